/** Takes up runs that were asked for and carries them out with Spring Batch. */
@NullMarked
package org.verger.batch.runner;

import org.jspecify.annotations.NullMarked;
