package org.verger.messages;

import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to the church.
 *
 * @param from as the provider gives it
 * @param providerId the provider's id of it; a second delivery with the same id changes nothing
 */
public record InboundMessage(
    Channel channel, String from, String text, @Nullable String providerId) {}
