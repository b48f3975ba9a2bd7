/** Tests of runs and schedules. */
@NullMarked
package org.verger.batch;

import org.jspecify.annotations.NullMarked;
