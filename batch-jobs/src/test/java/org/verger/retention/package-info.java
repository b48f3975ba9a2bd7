/** Tests of what is forgotten. */
@NullMarked
package org.verger.retention;

import org.jspecify.annotations.NullMarked;
