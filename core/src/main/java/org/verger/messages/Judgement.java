package org.verger.messages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Everything that decides about one message, read in one query.
 *
 * @param stored the record of an earlier call with the same business key
 * @param template null when no language has it
 */
record Judgement(
    @Nullable Stored stored,
    @Nullable Template template,
    QuietHours quietHours,
    boolean consented,
    boolean stopped,
    boolean suppressed) {

  /** A delivery row as an earlier call left it. */
  record Stored(
      long id,
      String status,
      @Nullable String reason,
      @Nullable Instant heldUntil,
      @Nullable Instant claimedUntil,
      Instant at) {

    /** Whether it waits for something, so that a later call can go on with it. */
    boolean isOpen() {
      return status.equals("held") || status.equals("sending");
    }

    DeliveryOutcome outcome() {
      return switch (status) {
        case "sent" -> new DeliveryOutcome.Sent(at);
        case "held" -> new DeliveryOutcome.Held(heldUntil == null ? at : heldUntil);
        case "suppressed" ->
            new DeliveryOutcome.Suppressed(SuppressionReason.of(String.valueOf(reason)));
        case "failed" -> new DeliveryOutcome.Failed(String.valueOf(reason));
        default -> throw new IllegalStateException("Delivery " + id + " is still " + status);
      };
    }
  }

  /** Why the message must not be sent; null when it may. */
  @Nullable SuppressionReason objection(DeliveryRequest request) {
    if (request.address() == null) {
      return SuppressionReason.NO_ADDRESS;
    }
    if (request.purpose() == DeliveryRequest.Purpose.ANSWER) {
      return null;
    }
    if (stopped) {
      return SuppressionReason.STOPPED;
    }
    if (suppressed) {
      return SuppressionReason.SUPPRESSION_LIST;
    }
    return consented || request.purpose() == DeliveryRequest.Purpose.SERVICE
        ? null
        : SuppressionReason.NO_CONSENT;
  }
}
