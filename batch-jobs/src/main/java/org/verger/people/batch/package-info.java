/** Looks each day at who has not been active for long. */
@NullMarked
package org.verger.people.batch;

import org.jspecify.annotations.NullMarked;
