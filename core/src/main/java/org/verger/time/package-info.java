/** The one clock, which the demo and the tests can move. */
@NullMarked
package org.verger.time;

import org.jspecify.annotations.NullMarked;
