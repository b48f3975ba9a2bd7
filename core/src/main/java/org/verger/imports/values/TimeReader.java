package org.verger.imports.values;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times of day: 19:30, 7:30 PM, 7pm, 7.30 pm, and the fraction of a day of a spreadsheet. */
public final class TimeReader implements ValueReader<LocalTime> {

  private static final Pattern CLOCK =
      Pattern.compile(
          "(\\d{1,2})(?:[:.h](\\d{2}))?(?:[:.](\\d{2})(?:\\.\\d{1,9})?)?\\s*([ap]\\.?\\s?m\\.?)?"
              + "\\s*(?:z|utc|gmt|[+-]\\d{2}:?\\d{2})?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern OFFSET =
      Pattern.compile(
          "\\d(?:\\s?[ap]\\.?\\s?m\\.?)?\\s?(z|utc|gmt|[+-]\\d{2}:?\\d{2})$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FRACTION = Pattern.compile("0?\\.\\d{2,20}");
  private static final int SECONDS = 86_400;

  @Override
  public Reading<LocalTime> read(String text) {
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    LocalTime time = time(clean);
    return time == null
        ? RawText.refuse(clean, "is not a time of day; write it as in 19:30 or 7:30 PM")
        : Reading.of(time);
  }

  /** The time that a text is, or null when it is none. */
  static @Nullable LocalTime time(String clean) {
    if (clean.length() > 40) {
      return null;
    }
    if (FRACTION.matcher(clean).matches()) {
      return LocalTime.ofSecondOfDay(
          Math.min(SECONDS - 1, Math.round(Double.parseDouble(clean) * SECONDS)));
    }
    if (clean.equalsIgnoreCase("noon")) {
      return LocalTime.NOON;
    }
    Matcher clock = CLOCK.matcher(clean);
    return clock.matches() ? time(clock) : null;
  }

  /** How far from UTC a text says that its time is, or null when it says nothing. */
  static @Nullable ZoneOffset offset(String clean) {
    Matcher offset = OFFSET.matcher(clean);
    if (clean.indexOf(':') < 0 || !offset.find()) {
      return null;
    }
    String written = offset.group(1);
    try {
      return Character.isLetter(written.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(written);
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static @Nullable LocalTime time(Matcher clock) {
    String half = clock.group(4);
    // A bare number may be anything.
    if (half == null && clock.group(2) == null) {
      return null;
    }
    int hour = Integer.parseInt(clock.group(1));
    if (half != null && (hour < 1 || hour > 12)) {
      return null;
    }
    if (half != null) {
      boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    try {
      return LocalTime.of(hour, number(clock.group(2)), number(clock.group(3)));
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
