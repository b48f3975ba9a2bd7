/** Guests: who they are, where they stand, and what the follow-up does for them. */
@NullMarked
package org.verger.guests;

import org.jspecify.annotations.NullMarked;
