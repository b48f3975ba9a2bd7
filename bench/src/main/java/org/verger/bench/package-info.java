/** Measures Verger beside an alternative in the same run. */
@NullMarked
package org.verger.bench;

import org.jspecify.annotations.NullMarked;
