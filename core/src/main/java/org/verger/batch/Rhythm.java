package org.verger.batch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * When a job runs, on a church's clock: once on each day that it names, also on the days on which
 * the clock changes. A time that the clock leaves out counts as that much later; of one that comes
 * twice the first counts.
 *
 * @param time to the minute
 * @param day of the week from Monday as 1, or of the month; in a shorter month its last
 * @param month for a yearly rhythm
 */
public record Rhythm(Every every, LocalTime time, int day, int month) {

  /** How often. */
  public enum Every {
    DAY,
    WEEK,
    MONTH,
    YEAR;

    /** The form in which it is stored: small letters. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Rhythm {
    if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
      throw new IllegalArgumentException("A time of the day is given to the minute");
    }
    if (day < 1 || day > (every == Every.WEEK ? 7 : 31) || month < 1 || month > 12) {
      throw new IllegalArgumentException("There is no such day: " + day + " of " + month);
    }
  }

  /** Every day at that time. */
  public static Rhythm daily(LocalTime time) {
    return new Rhythm(Every.DAY, time, 1, 1);
  }

  /** Once a week. */
  public static Rhythm weekly(DayOfWeek day, LocalTime time) {
    return new Rhythm(Every.WEEK, time, day.getValue(), 1);
  }

  /** Once a month. */
  public static Rhythm monthly(int day, LocalTime time) {
    return new Rhythm(Every.MONTH, time, day, 1);
  }

  /** Once a year. */
  public static Rhythm yearly(int month, int day, LocalTime time) {
    return new Rhythm(Every.YEAR, time, day, month);
  }

  /** The first time after that instant. */
  public Instant after(Instant instant, ZoneId zone) {
    return days(instant.atZone(zone).toLocalDate().minusDays(1), 1)
        .map(date -> at(date, zone))
        .filter(time -> time.isAfter(instant))
        .findFirst()
        .orElseThrow();
  }

  /** The day of the last time that is not after that instant. */
  public LocalDate dayAt(Instant instant, ZoneId zone) {
    return days(instant.atZone(zone).toLocalDate().plusDays(1), -1)
        .filter(date -> !at(date, zone).isAfter(instant))
        .findFirst()
        .orElseThrow();
  }

  /** The instant on one of its days. */
  public Instant at(LocalDate date, ZoneId zone) {
    return date.atTime(time).atZone(zone).toInstant();
  }

  /** The next so many times. */
  public List<Instant> next(int count, Instant after, ZoneId zone) {
    return Stream.iterate(after(after, zone), last -> after(last, zone)).limit(count).toList();
  }

  private Stream<LocalDate> days(LocalDate from, int direction) {
    return Stream.iterate(from, date -> date.plusDays(direction)).filter(this::names);
  }

  private boolean names(LocalDate date) {
    return switch (every) {
      case DAY -> true;
      case WEEK -> date.getDayOfWeek().getValue() == day;
      case MONTH -> isDayOfMonth(date);
      case YEAR -> date.getMonthValue() == month && isDayOfMonth(date);
    };
  }

  private boolean isDayOfMonth(LocalDate date) {
    return date.getDayOfMonth() == Math.min(day, date.lengthOfMonth());
  }
}
