/** Tests of the jobs that roll figures up. */
@NullMarked
package org.verger.analytics;

import org.jspecify.annotations.NullMarked;
