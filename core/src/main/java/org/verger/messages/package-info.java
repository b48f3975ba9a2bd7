/**
 * Messages to people: what may be sent to whom and when, the one record of each, and the channels.
 *
 * <p>Knows nothing of guests: whoever sends gives a subject's id, and hears of what comes in
 * through {@link MessageReceived}.
 */
@NullMarked
package org.verger.messages;

import org.jspecify.annotations.NullMarked;
