package org.verger.messages;

import java.time.Instant;

/** What became of a message. */
public sealed interface DeliveryOutcome {

  /** The channel took it. */
  record Sent(Instant at) implements DeliveryOutcome {}

  /** It must wait for the end of quiet hours: deliver again then. */
  record Held(Instant until) implements DeliveryOutcome {}

  /** It must not be sent, then or later. */
  record Suppressed(SuppressionReason reason) implements DeliveryOutcome {}

  /** The channel refuses it for good. */
  record Failed(String reason) implements DeliveryOutcome {}
}
