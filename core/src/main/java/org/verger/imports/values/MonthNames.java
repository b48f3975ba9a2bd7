package org.verger.imports.values;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The names of the months and days in the languages in which churches keep their lists. */
final class MonthNames {

  private static final List<String> LANGUAGES = List.of("en", "es", "pt", "fr", "de");
  private static final Map<String, Integer> MONTHS = months();
  private static final Set<String> WEEKDAYS = weekdays();

  private MonthNames() {}

  /** The month of a name or its abbreviation, 0 when it is none. */
  static int month(String word) {
    return MONTHS.getOrDefault(bare(word), 0);
  }

  private static Map<String, Integer> months() {
    Map<String, Integer> months = new HashMap<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.of(language);
      for (Month month : Month.values()) {
        for (TextStyle style :
            List.of(TextStyle.FULL, TextStyle.SHORT, TextStyle.FULL_STANDALONE)) {
          months.putIfAbsent(bare(month.getDisplayName(style, locale)), month.getValue());
        }
      }
    }
    months.put("sept", 9);
    return Map.copyOf(months);
  }

  /** Whether this is the name of a day of the week or its abbreviation. */
  static boolean weekday(String word) {
    return WEEKDAYS.contains(bare(word));
  }

  private static Set<String> weekdays() {
    Set<String> weekdays = new HashSet<>();
    for (String language : LANGUAGES) {
      for (DayOfWeek day : DayOfWeek.values()) {
        weekdays.add(bare(day.getDisplayName(TextStyle.FULL, Locale.of(language))));
        weekdays.add(bare(day.getDisplayName(TextStyle.SHORT, Locale.of(language))));
      }
    }
    return Set.copyOf(weekdays);
  }

  private static String bare(String word) {
    return word.replace(".", "").toLowerCase(Locale.ROOT);
  }
}
