/** Asks for runs when it is time, with Quartz. */
@NullMarked
package org.verger.batch.schedules;

import org.jspecify.annotations.NullMarked;
