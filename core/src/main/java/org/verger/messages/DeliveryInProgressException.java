package org.verger.messages;

import java.time.Instant;

/** Somebody else is sending this message at this moment: try again after {@link #until}. */
public final class DeliveryInProgressException extends RuntimeException {

  private final Instant until;

  DeliveryInProgressException(String businessKey, Instant until) {
    super("The message " + businessKey + " is being sent; ask again after " + until);
    this.until = until;
  }

  /** When the one who is sending it has lost the right to. */
  public Instant until() {
    return until;
  }
}
