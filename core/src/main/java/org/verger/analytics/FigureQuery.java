package org.verger.analytics;

import org.jspecify.annotations.Nullable;

/** How the figures of one subject come out of its records. */
interface FigureQuery {

  Subject subject();

  /**
   * The figures of some periods, as a SELECT with the columns of the subject's table. It reads
   * {@code cal} (grain, starts_on, day, before: whether the day lies in the period before), {@code
   * up} (unit_id, above_id) and, where {@link #firsts()} is there, {@code first} (person_id, day).
   * Parameters: {@code :lo} and {@code :hi}, between which all days lie, the latter excluded, and
   * {@code :zone}.
   */
  String rows();

  /** All days that have records, as a SELECT of one column {@code day}; parameter {@code :zone}. */
  String recordDays();

  /** Whether the figures of a period also depend on the period before it. */
  default boolean looksBack() {
    return false;
  }

  /** What tells when somebody was first seen, where the figures need it. */
  default @Nullable Firsts firsts() {
    return null;
  }

  /**
   * The first day of each person.
   *
   * @param table where the roll-up keeps them
   * @param source what they come from: a view with person_id and day
   */
  record Firsts(String table, String source) {}
}
