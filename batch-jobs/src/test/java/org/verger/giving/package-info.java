/** Tests of the statement run. */
@NullMarked
package org.verger.giving;

import org.jspecify.annotations.NullMarked;
