package org.verger.messages;

import java.util.Optional;

/** Takes messages on. One bean for each channel. */
public interface MessageChannel {

  /** What it serves. */
  Channel channel();

  /**
   * Takes a message on.
   *
   * @param key unique per message; a channel that is called twice with one key sends once if it can
   * @throws MessageRefusedException when it will never take this message
   * @throws ChannelUnavailableException when it may take it later; whether it did now can be
   *     unknown
   */
  Receipt send(Outgoing message, String key);

  /**
   * Looks for a message that may have been taken on though the answer was lost.
   *
   * @throws ChannelUnavailableException when it cannot be asked
   */
  Optional<Receipt> find(String key);

  /**
   * Whether taking a message on is nothing but rows in the open transaction. Then the record and
   * the effect commit together or not at all, and need one transaction instead of two.
   */
  default boolean sharesTransaction() {
    return false;
  }
}
