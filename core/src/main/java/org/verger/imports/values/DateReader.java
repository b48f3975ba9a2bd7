package org.verger.imports.values;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the dates of one column. */
public final class DateReader implements ValueReader<LocalDate> {

  /** Whether 3/4 is the fourth of March or the third of April. */
  public enum Order {
    MONTH_FIRST,
    DAY_FIRST
  }

  /**
   * Makes a reader for a column.
   *
   * @param sample cells of the column, the more the better
   * @param region ISO 3166 alpha-2 of the church, decides when the sample does not
   * @param today for two-digit years, and for what is too far away
   */
  public static DateReader forColumn(List<String> sample, String region, LocalDate today) {
    throw new UnsupportedOperationException(region);
  }

  /** Makes a reader for an order that a person chose. */
  public static DateReader of(Order order, LocalDate today) {
    throw new UnsupportedOperationException();
  }

  /** The order that was found. */
  public Order order() {
    throw new UnsupportedOperationException();
  }

  /** What is wrong with the column, as a sentence to show, or null. */
  public @Nullable String warning() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reading<LocalDate> read(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** Reads a date with a time of day, midnight when there is none. */
  public Reading<LocalDateTime> readTime(String text) {
    throw new UnsupportedOperationException(text);
  }
}
