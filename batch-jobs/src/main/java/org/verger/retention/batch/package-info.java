/** Forgets at night what has passed its time. */
@NullMarked
package org.verger.retention.batch;

import org.jspecify.annotations.NullMarked;
