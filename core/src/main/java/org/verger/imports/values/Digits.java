package org.verger.imports.values;

import org.jspecify.annotations.Nullable;

/**
 * The digits of an amount without the marks between them.
 *
 * @param value all digits as one number, when there are not more than 18
 * @param whole how many of them stand before the decimals
 * @param decimals how many are decimals
 */
record Digits(long value, int whole, int decimals) {

  /**
   * Takes the marks out, or gives null when they do not stand where thousands are separated.
   *
   * @param mark what stands before the decimals
   */
  static @Nullable Digits of(String number, char mark) {
    long value = 0;
    int whole = 0;
    int decimals = -1;
    char group = 0;
    int run = 0;
    for (int at = 0; at < number.length(); at++) {
      char c = number.charAt(at);
      if (c >= '0' && c <= '9') {
        value = value * 10 + c - '0';
        run++;
        if (decimals >= 0) {
          decimals++;
        } else {
          whole++;
        }
      } else if (decimals >= 0) {
        return null;
      } else if (c == mark) {
        if (group != 0 && run != 3) {
          return null;
        }
        decimals = 0;
      } else if (!separates(c, group, run)) {
        return null;
      } else {
        group = c;
        run = 0;
      }
    }
    boolean cut = group != 0 && decimals < 0 && run != 3;
    return cut ? null : new Digits(value, whole, Math.max(0, decimals));
  }

  /** The first group has up to three digits, the others three, or two as in India. */
  private static boolean separates(char c, char group, int run) {
    return group == 0 ? run >= 1 && run <= 3 : c == group && (run == 2 || run == 3);
  }
}
