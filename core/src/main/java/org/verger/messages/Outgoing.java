package org.verger.messages;

import org.jspecify.annotations.Nullable;

/**
 * A message with its variables filled in.
 *
 * @param address E.164 or an e-mail address
 * @param subject for e-mail only
 */
public record Outgoing(Channel channel, String address, @Nullable String subject, String body) {

  /** How many SMS it is charged as; 0 for e-mail. */
  public int segments() {
    return channel == Channel.SMS ? SmsSegments.of(body).count() : 0;
  }

  /** Without the text, which may name a person. */
  @Override
  public String toString() {
    return channel.code() + " to " + Masks.mask(address);
  }
}
