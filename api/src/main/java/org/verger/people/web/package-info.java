/** People and their families, as pages and as REST. */
@NullMarked
package org.verger.people.web;

import org.jspecify.annotations.NullMarked;
