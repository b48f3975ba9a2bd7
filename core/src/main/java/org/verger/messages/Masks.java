package org.verger.messages;

/** Hides most of an address: {@code +1••••••0123}, {@code j••••@example.org}. */
final class Masks {

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
}
