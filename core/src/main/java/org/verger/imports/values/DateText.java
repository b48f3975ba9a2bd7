package org.verger.imports.values;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The three parts of a date as they stand in a text.
 *
 * @param first the first number
 * @param second the second number, or the month when it was named
 * @param third the third number
 * @param yearFirst whether the first is the year
 * @param named whether the month was named; then first is the day
 * @param dots whether dots stand between, which nobody does who writes the month first
 * @param shortYear whether the year has two digits
 */
record DateText(
    int first,
    int second,
    int third,
    boolean yearFirst,
    boolean named,
    boolean dots,
    boolean shortYear) {

  private static final Set<String> ENDINGS = Set.of("st", "nd", "rd", "th", "º", "er");
  private static final Set<String> FILLERS = Set.of("de", "del", "of", "the", "le");

  /** Finds the parts, or gives null when the text is no date. */
  static @Nullable DateText of(String text) {
    int[] numbers = new int[3];
    int[] digits = new int[3];
    int count = 0;
    int month = 0;
    int monthAt = -1;
    boolean dots = false;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int from = at;
      if (c >= '0' && c <= '9') {
        int value = 0;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
          value = value * 10 + text.charAt(at++) - '0';
          if (at - from > 4) {
            return null;
          }
        }
        if (count == 3) {
          return null;
        }
        numbers[count] = value;
        digits[count++] = at - from;
      } else if (Character.isLetter(c)) {
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
          at++;
        }
        String word = text.substring(from, at).toLowerCase(Locale.ROOT);
        int found = MonthNames.month(word);
        if (found > 0 && month == 0) {
          month = found;
          monthAt = count;
        } else if (!mayBeLeftOut(word, count, month)) {
          return null;
        }
      } else if ("-/., ".indexOf(c) >= 0) {
        dots |= c == '.';
        at++;
      } else {
        return null;
      }
    }
    return month > 0
        ? named(numbers, digits, count, month, monthAt)
        : numeric(numbers, digits, count, dots);
  }

  private static boolean mayBeLeftOut(String word, int count, int month) {
    boolean weekday = count == 0 && month == 0 && MonthNames.weekday(word);
    return weekday || (count > 0 && ENDINGS.contains(word)) || FILLERS.contains(word);
  }

  private static @Nullable DateText named(
      int[] numbers, int[] digits, int count, int month, int monthAt) {
    if (count != 2) {
      return null;
    }
    if (digits[0] == 4 && monthAt == 1) {
      return new DateText(numbers[1], month, numbers[0], false, true, false, false);
    }
    boolean year = digits[1] == 4 || digits[1] == 2;
    return year && digits[0] <= 2 && monthAt < 2
        ? new DateText(numbers[0], month, numbers[1], false, true, false, digits[1] == 2)
        : null;
  }

  private static @Nullable DateText numeric(int[] numbers, int[] digits, int count, boolean dots) {
    if (count != 3 || digits[1] > 2) {
      return null;
    }
    if (digits[0] == 4 && digits[2] <= 2) {
      return new DateText(numbers[0], numbers[1], numbers[2], true, false, dots, false);
    }
    boolean year = digits[2] == 4 || digits[2] == 2;
    return digits[0] <= 2 && year
        ? new DateText(numbers[0], numbers[1], numbers[2], false, false, dots, digits[2] == 2)
        : null;
  }

  /** Whether the order of its day and month has to be known. */
  boolean ordered() {
    return !yearFirst && !named && !dots;
  }
}
