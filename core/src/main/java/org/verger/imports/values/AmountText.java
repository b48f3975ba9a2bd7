package org.verger.imports.values;

import org.jspecify.annotations.Nullable;

/**
 * The parts of an amount as they stand in a text.
 *
 * @param number digits with the marks between them, and no spaces
 * @param sign of the currency, empty when there is none
 */
record AmountText(String number, boolean negative, String sign) {

  private static final int LONGEST = 60;

  /** Finds the parts, or gives null when the text is no amount. */
  static @Nullable AmountText of(String clean) {
    if (clean.length() > LONGEST) {
      return null;
    }
    boolean brackets = clean.startsWith("(") && clean.endsWith(")");
    String text = brackets ? clean.substring(1, clean.length() - 1) : clean;
    StringBuilder number = new StringBuilder();
    StringBuilder sign = new StringBuilder();
    int minus = 0;
    boolean closed = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean digit = c >= '0' && c <= '9';
      if (digit && closed) {
        return null;
      }
      if (digit || (mark(c) && !closed && within(number, sign, text, at))) {
        number.append(c == '’' || c == ' ' ? '\'' : c);
      } else if (c == '-' || c == '−' || c == '–') {
        minus++;
        closed = !number.isEmpty();
      } else if (c == '+' && number.isEmpty()) {
        continue;
      } else if (c == ' ') {
        closed |= !number.isEmpty();
        sign.append(sign.isEmpty() || sign.charAt(sign.length() - 1) == ' ' ? "" : " ");
      } else {
        closed = !number.isEmpty();
        sign.append(c);
      }
    }
    return minus > 1 || (brackets && minus > 0)
        ? null
        : new AmountText(number.toString(), brackets || minus == 1, sign.toString().strip());
  }

  private static boolean mark(char c) {
    return c == '.' || c == ',' || c == '\'' || c == '’' || c == ' ';
  }

  /** Whether a mark belongs to the number: the point of "Rs.500" does not, that of ".50" does. */
  private static boolean within(StringBuilder number, StringBuilder sign, String text, int at) {
    if (!number.isEmpty()) {
      return text.charAt(at) != ' ' || followedByDigit(text, at);
    }
    boolean abbreviation = !sign.isEmpty() && Character.isLetter(sign.charAt(sign.length() - 1));
    return text.charAt(at) != ' ' && followedByDigit(text, at) && !abbreviation;
  }

  private static boolean followedByDigit(String text, int at) {
    return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
  }

  /** What stands before the decimals when the text itself shows it, else 0. */
  char evidence() {
    int dot = number.lastIndexOf('.');
    int comma = number.lastIndexOf(',');
    if (dot >= 0 && comma >= 0) {
      return dot > comma ? '.' : ',';
    }
    int last = Math.max(dot, comma);
    if (last < 0) {
      return 0;
    }
    char mark = number.charAt(last);
    char other = mark == '.' ? ',' : '.';
    if (number.indexOf(mark) != last) {
      return other;
    }
    // One mark with three digits behind it may be either.
    return number.length() - last - 1 == 3 && last > 0 && last <= 3 && number.charAt(0) != '0'
        ? 0
        : mark;
  }
}
