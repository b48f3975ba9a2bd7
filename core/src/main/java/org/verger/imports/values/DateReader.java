package org.verger.imports.values;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates of one column: 2026-01-05, 1/5/2026, 5/1/26, 5.1.2026, Jan 5, 2026, 5 January
 * 2026, 20260105, the number of a day in a spreadsheet, each with or without a time. Whether the
 * day or the month comes first is the same for the whole column.
 */
public final class DateReader implements ValueReader<LocalDate> {

  /** Whether 3/4 is the fourth of March or the third of April. */
  public enum Order {
    MONTH_FIRST("month/day/year"),
    DAY_FIRST("day/month/year");

    private final String written;

    Order(String written) {
      this.written = written;
    }

    /** As people write it. */
    public String written() {
      return written;
    }
  }

  private static final Pattern SERIAL = Pattern.compile("[1-9]\\d{4}(?:\\.\\d{1,20})?");
  private static final Pattern EIGHT_DIGITS = Pattern.compile("(?:19|20)\\d{6}");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}");
  private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
  private static final int LONGEST = 60;
  private static final int FIRST_YEAR = 1900;
  private static final int YEARS_AHEAD = 20;

  private final Order order;
  private final boolean certain;
  private final @Nullable String warning;
  private final LocalDate today;
  private final ZoneId zone;

  DateReader(Order order, boolean certain, @Nullable String warning, LocalDate today, ZoneId zone) {
    this.order = order;
    this.certain = certain;
    this.warning = warning;
    this.today = today;
    this.zone = zone;
  }

  /** Makes a reader for an order that is known, and for times of a place. */
  public static DateReader of(Order order, LocalDate today, ZoneId zone) {
    return new DateReader(order, true, null, today, zone);
  }

  /** The order that was found. */
  public Order order() {
    return order;
  }

  /** Whether the cells showed the order; otherwise it is the usual one of the region. */
  public boolean isCertain() {
    return certain;
  }

  /** What is wrong with the column, as a sentence to show, or null. */
  public @Nullable String warning() {
    return warning;
  }

  @Override
  public Reading<LocalDate> read(String text) {
    LocalDate usual = numbersOnly(text) ? usual(text) : null;
    if (usual != null) {
      return plausible(text, usual);
    }
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    // Many systems write a day without a time as midnight in UTC.
    LocalTime time = TimeReader.offset(clean) == null ? null : timeOf(clean);
    return time == null || time.equals(LocalTime.MIDNIGHT) ? date(clean) : day(readTime(clean));
  }

  private static Reading<LocalDate> day(Reading<LocalDateTime> reading) {
    return switch (reading) {
      case Reading.Value<LocalDateTime>(LocalDateTime time) -> Reading.of(time.toLocalDate());
      case Reading.Refused<LocalDateTime>(String reason) -> Reading.refused(reason);
      case Reading.Blank<LocalDateTime> nothing -> Reading.blank();
    };
  }

  /**
   * Reads a date with a time of day, midnight when there is none. A time that says how far it is
   * from UTC becomes what the clock shows where the church is.
   */
  public Reading<LocalDateTime> readTime(String text) {
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    LocalTime time = timeOf(clean);
    if (time == null) {
      return RawText.refuse(clean, "has no time of day that can be read, as in 19:30 or 7:30 PM");
    }
    return switch (date(clean)) {
      case Reading.Value<LocalDate>(LocalDate date) -> Reading.of(local(date.atTime(time), clean));
      case Reading.Refused<LocalDate>(String reason) -> Reading.refused(reason);
      case Reading.Blank<LocalDate> nothing -> Reading.blank();
    };
  }

  private LocalDateTime local(LocalDateTime time, String clean) {
    ZoneOffset offset = endOfDate(clean) < 0 ? null : TimeReader.offset(clean);
    return offset == null ? time : time.atOffset(offset).atZoneSameInstant(zone).toLocalDateTime();
  }

  /** Whether a cell looks like most dates do: 2026-01-05, 1/5/2026. They take a shorter way. */
  private static boolean numbersOnly(String text) {
    if (text.length() < 6 || text.length() > 10) {
      return false;
    }
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < '-' || c > '9') {
        return false;
      }
    }
    return true;
  }

  private @Nullable LocalDate usual(String text) {
    DateText parts = DateText.of(text);
    boolean valid =
        parts != null
            && (day(parts) >= 1 && day(parts) <= 28)
            && month(parts) >= 1
            && month(parts) <= 12;
    return parts != null && valid ? date(parts) : null;
  }

  private Reading<LocalDate> date(String clean) {
    String text = dateOf(clean);
    if (SERIAL.matcher(text).matches()) {
      return plausible(clean, FIRST_DAY.plusDays((long) Double.parseDouble(text)));
    }
    if (EIGHT_DIGITS.matcher(text).matches()) {
      text = text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
    }
    DateText parts = text.length() > LONGEST ? null : DateText.of(text);
    if (parts == null) {
      return RawText.refuse(
          clean,
          YEAR.matcher(clean).matches()
              ? "is a year without a day; give the day, or do not use the column"
              : "is not a date");
    }
    try {
      return plausible(clean, date(parts));
    } catch (DateTimeException none) {
      return RawText.refuse(clean, turned(parts) ? otherOrder() : "is not a date");
    }
  }

  private LocalDate date(DateText parts) {
    int year = parts.yearFirst() ? parts.first() : parts.third();
    return LocalDate.of(parts.shortYear() ? fullYear(year) : year, month(parts), day(parts));
  }

  private int month(DateText parts) {
    return parts.yearFirst() || dayFirst(parts) ? parts.second() : parts.first();
  }

  private int day(DateText parts) {
    if (parts.yearFirst()) {
      return parts.third();
    }
    return dayFirst(parts) ? parts.first() : parts.second();
  }

  private boolean dayFirst(DateText parts) {
    return !parts.ordered() || order == Order.DAY_FIRST;
  }

  private boolean turned(DateText parts) {
    Order other = order == Order.DAY_FIRST ? Order.MONTH_FIRST : Order.DAY_FIRST;
    if (!parts.ordered()) {
      return false;
    }
    try {
      return of(other, today, zone).date(parts) != null;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private String otherOrder() {
    return "is not a date in the order of this column, " + order.written();
  }

  private int fullYear(int twoDigits) {
    int century = (today.getYear() / 100) * 100;
    int year = century + twoDigits;
    return year > today.getYear() + 1 ? year - 100 : year;
  }

  private Reading<LocalDate> plausible(String clean, LocalDate date) {
    boolean plausible =
        date.getYear() >= FIRST_YEAR && date.getYear() <= today.getYear() + YEARS_AHEAD;
    return plausible
        ? Reading.of(date)
        : RawText.refuse(clean, "is not plausible: the year is " + date.getYear());
  }

  /** The part before the time of day. */
  static String dateOf(String clean) {
    int end = endOfDate(clean);
    return end < 0 ? clean : clean.substring(0, end);
  }

  private static @Nullable LocalTime timeOf(String clean) {
    int end = endOfDate(clean);
    if (end < 0) {
      boolean fraction = SERIAL.matcher(clean).matches() && clean.indexOf('.') > 0;
      return fraction ? TimeReader.time(clean.substring(clean.indexOf('.'))) : LocalTime.MIDNIGHT;
    }
    return TimeReader.time(clean.substring(end + 1).strip());
  }

  /** The place of what stands between the date and the time, or -1 when there is no time. */
  private static int endOfDate(String clean) {
    int colon = clean.indexOf(':');
    int at = colon - 1;
    while (at >= 0 && Character.isDigit(clean.charAt(at))) {
      at--;
    }
    return at > 0 && (clean.charAt(at) == ' ' || clean.charAt(at) == 'T') ? at : -1;
  }
}
