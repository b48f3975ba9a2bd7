/** The application. */
@NullMarked
package org.verger;

import org.jspecify.annotations.NullMarked;
