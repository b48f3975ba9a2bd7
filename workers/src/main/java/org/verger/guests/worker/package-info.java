/** The steps of the follow-up that run by themselves. */
@NullMarked
package org.verger.guests.worker;

import org.jspecify.annotations.NullMarked;
