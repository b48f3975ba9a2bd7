package org.verger.analytics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.verger.validation.InvalidInputException;

/** How long the periods of figures are. */
public enum Grain {
  DAY,
  /** From Monday. */
  WEEK,
  MONTH;

  /** The form in which it is stored and shown to programs: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The first day of the period that a day belongs to. */
  public LocalDate start(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the period after the one that begins at {@code start}. */
  public LocalDate next(LocalDate start) {
    return switch (this) {
      case DAY -> start.plusDays(1);
      case WEEK -> start.plusWeeks(1);
      case MONTH -> start.plusMonths(1);
    };
  }

  /** The first days of all periods with a day between two, both included. */
  public List<LocalDate> starts(LocalDate from, LocalDate to) {
    return Stream.iterate(start(from), start -> !start.isAfter(to), this::next).toList();
  }

  /**
   * The grain with this code.
   *
   * @throws InvalidInputException naming {@code grain} when there is none
   */
  public static Grain of(String code) {
    return Arrays.stream(values())
        .filter(grain -> grain.code().equals(code))
        .findFirst()
        .orElseThrow(() -> InvalidInputException.of("grain", "Give one of day, week, month"));
  }
}
