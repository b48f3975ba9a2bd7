/** Tests of schedules. */
@NullMarked
package org.verger.batch.schedules;

import org.jspecify.annotations.NullMarked;
