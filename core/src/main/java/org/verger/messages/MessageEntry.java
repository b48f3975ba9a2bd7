package org.verger.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as people read it in the outbox.
 *
 * @param channel sms or email
 * @param status sent, held, suppressed, failed or sending
 * @param reason why it is held, suppressed or failed
 * @param at when it came into this status
 * @param heldUntil when a held one goes out
 * @param segments how many SMS it is charged as; 0 for e-mail
 * @param address masked; null when the person has given none
 * @param subject of an e-mail
 * @param body without what is secret in its links
 */
public record MessageEntry(
    long id,
    String subjectId,
    String channel,
    String template,
    String status,
    @Nullable String reason,
    Instant at,
    @Nullable Instant heldUntil,
    String language,
    int segments,
    @Nullable String address,
    @Nullable String subject,
    String body) {}
