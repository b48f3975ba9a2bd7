package org.verger.messages;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wrote. Published as an application event in the transaction that stores it, so that what
 * a listener writes is kept with it or not at all.
 *
 * @param address E.164 or an e-mail address
 */
public record MessageReceived(
    UUID id, Kind kind, Channel channel, String address, String text, Instant at) {

  /** What a message asks for. */
  public enum Kind {
    STOP,
    START,
    HELP,
    REPLY
  }

  /** Without address and text. */
  @Override
  public String toString() {
    return kind + " " + id;
  }
}
