/** Tests of the processes that run jobs. */
@NullMarked
package org.verger.batch.runner;

import org.jspecify.annotations.NullMarked;
