/** Rolls figures up at night, and makes those of a range anew. */
@NullMarked
package org.verger.analytics.batch;

import org.jspecify.annotations.NullMarked;
