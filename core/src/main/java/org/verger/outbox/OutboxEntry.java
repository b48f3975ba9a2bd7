package org.verger.outbox;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A command that waits to be handed over.
 *
 * @param attempts how often it was tried before
 */
public record OutboxEntry(
    long id, String subject, EngineCommand command, int attempts, Instant createdAt) {

  /**
   * What the engine recognises a second hand-over by. Ids alone begin anew when a database is made
   * anew, while the engine still remembers the old ones.
   */
  public String messageId() {
    return id + "-" + ChronoUnit.MICROS.between(Instant.EPOCH, createdAt);
  }
}
