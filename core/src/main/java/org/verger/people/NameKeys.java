package org.verger.people;

import java.text.Normalizer;
import java.util.Locale;

/** Names in the form in which they are compared: without accents, case, punctuation and blanks. */
public final class NameKeys {

  private NameKeys() {}

  /** Of one name; empty when there are no letters in it. */
  public static String of(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD);
    StringBuilder key = new StringBuilder(plain.length());
    plain
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(key::appendCodePoint);
    return key.toString();
  }

  /** Of a whole name. */
  static String of(String given, String family) {
    return of(given) + "|" + of(family);
  }

  /** Of the first of the given names and the family name. */
  static String first(String given, String family) {
    return of(firstOf(given)) + "|" + of(family);
  }

  private static String firstOf(String given) {
    String stripped = given.strip();
    int blank = stripped.indexOf(' ');
    return blank < 0 ? stripped : stripped.substring(0, blank);
  }

  /** Whether two given names may be the same: one begins with the other, or a letter differs. */
  public static boolean alike(String one, String other) {
    String a = of(firstOf(one));
    String b = of(firstOf(other));
    if (a.isEmpty() || b.isEmpty()) {
      return false;
    }
    return a.startsWith(b) || b.startsWith(a) || differByOneLetter(a, b);
  }

  // Three letters or fewer are too little to tell a slip from another name.
  private static boolean differByOneLetter(String a, String b) {
    if (Math.min(a.length(), b.length()) < 4 || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int i = 0;
    int limit = Math.min(a.length(), b.length());
    while (i < limit && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    int j = 0;
    while (j < limit - i && a.charAt(a.length() - 1 - j) == b.charAt(b.length() - 1 - j)) {
      j++;
    }
    return Math.max(a.length(), b.length()) - i - j <= 1;
  }
}
