package org.verger.messages;

import java.util.Locale;

/** How a message reaches a person. */
public enum Channel {
  SMS,
  EMAIL;

  /** The form in which it is stored and modelled: {@code sms}, {@code email}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the form that {@link #code} gives.
   *
   * @throws IllegalArgumentException when there is no such channel
   */
  public static Channel of(String code) {
    for (Channel channel : values()) {
      if (channel.code().equals(code)) {
        return channel;
      }
    }
    throw new IllegalArgumentException(
        "There is no channel \"" + code + "\"; a channel is sms or email");
  }
}
