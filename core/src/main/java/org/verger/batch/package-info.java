/** Runs of batch jobs: what was asked for, how far each has come, and how it ended. */
@NullMarked
package org.verger.batch;

import org.jspecify.annotations.NullMarked;
