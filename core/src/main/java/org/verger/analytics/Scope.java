package org.verger.analytics;

import java.time.LocalDate;
import org.verger.validation.InvalidInputException;

/**
 * Which days a roll-up may take.
 *
 * @param from the first; {@link #EVER} for a night, which takes all that waits
 * @param through the last
 */
public record Scope(LocalDate from, LocalDate through) {

  /** Before all records. */
  public static final LocalDate EVER = LocalDate.of(1, 1, 1);

  private static final int LONGEST_YEARS = 100;

  public Scope {
    if (from.isAfter(through)) {
      throw InvalidInputException.of("to", "Give a last day that is not before the first one");
    }
    if (!from.equals(EVER) && from.plusYears(LONGEST_YEARS).isBefore(through)) {
      throw InvalidInputException.of("to", "Give at most a hundred years at a time");
    }
  }

  /** What a night takes: every day before it that has changed. */
  public static Scope night(LocalDate night) {
    return new Scope(EVER, night.minusDays(1));
  }

  /**
   * What a back-fill takes.
   *
   * @throws InvalidInputException naming {@code from} or {@code to} when there is no such range
   */
  public static Scope range(LocalDate from, LocalDate to) {
    if (!from.isAfter(EVER)) {
      throw InvalidInputException.of(
          "from", "Give the first day whose figures are to be made anew");
    }
    return new Scope(from, to);
  }

  /** Whether it is a night's and not a back-fill's. */
  public boolean isNight() {
    return from.equals(EVER);
  }
}
