package org.verger.messages;

import java.util.regex.Pattern;

/** Hides most of an address: {@code +1••••••0123}, {@code j••••@example.org}. */
final class Masks {

  // A last part of an address that is longer than any word.
  private static final Pattern SECRET = Pattern.compile("(https?://\\S*/)[\\w.-]{40,}");

  private static final int SHOWN_DIGITS = 4;

  private Masks() {}

  static String mask(String address) {
    int at = address.indexOf('@');
    return at > 0
        ? address.charAt(0) + "••••" + address.substring(at)
        : address.substring(0, Math.min(2, address.length()))
            + "••••••"
            + address.substring(Math.max(0, address.length() - SHOWN_DIGITS));
  }

  /**
   * A text without what is secret in the addresses that stand in it: whoever has one could use it.
   */
  static String withoutSecrets(String text) {
    return SECRET.matcher(text).replaceAll("$1\u2026");
  }
}
