/** The pages and the API of imports. */
@NullMarked
package org.verger.imports.web;

import org.jspecify.annotations.NullMarked;
