@NullMarked
package org.verger.imports.web;

import org.jspecify.annotations.NullMarked;
