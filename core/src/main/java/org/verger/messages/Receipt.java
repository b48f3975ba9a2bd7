package org.verger.messages;

/**
 * A channel's word that it took a message.
 *
 * @param providerId the provider's own id of it
 */
public record Receipt(String providerId) {}
