/** Events that somebody proposes and the church publishes. */
@NullMarked
package org.verger.events;

import org.jspecify.annotations.NullMarked;
