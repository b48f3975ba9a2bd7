package org.verger.messages;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.UnitId;

/** The delivery rows. Each method is one statement of the transaction that is open. */
@Component
class Deliveries {

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a row is to say about a message that was judged. */
  record State(
      String status,
      @Nullable String reason,
      @Nullable Instant heldUntil,
      @Nullable Instant claimedUntil) {

    static State of(DeliveryOutcome outcome) {
      return switch (outcome) {
        case DeliveryOutcome.Sent sent -> new State("sent", null, null, null);
        case DeliveryOutcome.Held held -> new State("held", "quiet-hours", held.until(), null);
        case DeliveryOutcome.Suppressed suppressed ->
            new State("suppressed", suppressed.reason().code(), null, null);
        case DeliveryOutcome.Failed failed -> new State("failed", failed.reason(), null, null);
      };
    }
  }

  /** Whom a message went to before. */
  record Recipient(String subjectId, @Nullable UnitId unit, String language) {}

  /** Adds the row; empty when the business key has one. */
  Optional<Long> insert(
      DeliveryRequest request, String language, Outgoing message, State state, Instant now) {
    return jdbc.sql(
            """
            INSERT INTO message_delivery (business_key, subject_id, unit_id, channel, address, template,
              language, subject, body, segments, status, reason, held_until, claimed_until,
              created_at, at)
            VALUES (:key, :subjectId, :unit, :channel, :address, :template, :language, :subject, :body,
              :segments, :status, :reason, :heldUntil, :claimedUntil, :now, :now)
            ON CONFLICT (business_key) DO NOTHING RETURNING id
            """)
        .param("key", request.businessKey())
        .param("subjectId", request.subjectId())
        .param("unit", unit(request.unit()))
        .param("channel", request.channel().code())
        .param("address", request.address())
        .param("template", request.template())
        .param("language", language)
        .param("subject", message.subject())
        .param("body", message.body())
        .param("segments", message.segments())
        .param("status", state.status())
        .param("reason", state.reason())
        .param("heldUntil", timestamp(state.heldUntil()))
        .param("claimedUntil", timestamp(state.claimedUntil()))
        .param("now", timestamp(now))
        .query(Long.class)
        .optional();
  }

  /** Goes on with a row that waits; false when somebody else did so first. */
  boolean resume(Judgement.Stored from, Outgoing message, State state, Instant now) {
    return jdbc.sql(
                """
                UPDATE message_delivery
                SET status = :status, reason = :reason, held_until = :heldUntil,
                  claimed_until = :claimedUntil, address = :address, subject = :subject,
                  body = :body, segments = :segments, at = :now
                WHERE id = :id AND status = :before
                  AND claimed_until IS NOT DISTINCT FROM :claimedBefore
                """)
            .param("status", state.status())
            .param("reason", state.reason())
            .param("heldUntil", timestamp(state.heldUntil()))
            .param("claimedUntil", timestamp(state.claimedUntil()))
            .param("address", message.address().isEmpty() ? null : message.address())
            .param("subject", message.subject())
            .param("body", message.body())
            .param("segments", message.segments())
            .param("now", timestamp(now))
            .param("id", from.id())
            .param("before", from.status())
            .param("claimedBefore", timestamp(from.claimedUntil()))
            .update()
        > 0;
  }

  /** Stores the answer of the channel. */
  void settle(long id, DeliveryOutcome outcome, @Nullable String providerId, Instant now) {
    State state = State.of(outcome);
    jdbc.sql(
            """
            UPDATE message_delivery
            SET status = :status, reason = :reason, held_until = :heldUntil,
              claimed_until = NULL, provider_id = :providerId, at = :now
            WHERE id = :id
            """)
        .param("status", state.status())
        .param("reason", state.reason())
        .param("heldUntil", timestamp(state.heldUntil()))
        .param("providerId", providerId)
        .param("now", timestamp(now))
        .param("id", id)
        .update();
  }

  /** Gives a claim up, so that the next call can ask the channel at once. */
  void release(long id, Instant now) {
    jdbc.sql("UPDATE message_delivery SET claimed_until = ? WHERE id = ? AND status = 'sending'")
        .params(Timestamp.from(now), id)
        .update();
  }

  /** Whom the last message to this address was about. */
  @Transactional(readOnly = true)
  public Optional<Recipient> lastTo(String address) {
    return jdbc.sql(
            """
            SELECT subject_id, unit_id, language FROM message_delivery
            WHERE address = ? ORDER BY id DESC LIMIT 1
            """)
        .param(address)
        .query(
            (row, number) -> {
              @Nullable UUID unit = row.getObject("unit_id", UUID.class);
              return new Recipient(
                  row.getString("subject_id"),
                  unit == null ? null : new UnitId(unit),
                  row.getString("language"));
            })
        .optional();
  }

  private static @Nullable UUID unit(@Nullable UnitId unit) {
    return unit == null ? null : unit.value();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
