package org.verger.messages;

/**
 * The one record of a message.
 *
 * @param id unique in the church, growing with time
 */
public record Delivery(long id, String businessKey, DeliveryOutcome outcome) {}
