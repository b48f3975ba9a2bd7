package org.verger.imports.values;

import org.jspecify.annotations.Nullable;

/** What came of reading a cell. */
public sealed interface Reading<T> {

  /** A value. */
  record Value<T>(T value) implements Reading<T> {}

  /** The cell is blank. */
  record Blank<T>() implements Reading<T> {
    private static final Blank<?> ONE = new Blank<>();
  }

  /**
   * The cell cannot be read.
   *
   * @param reason for the file of rejects, as in {@code 31/02/2026 is not a date}
   */
  record Refused<T>(String reason) implements Reading<T> {}

  /** The value, or null when the cell is blank or cannot be read. */
  default @Nullable T orNull() {
    return this instanceof Value<T>(T value) ? value : null;
  }

  /** Why the cell cannot be read, or null when it can. */
  default @Nullable String reason() {
    return this instanceof Refused<T>(String reason) ? reason : null;
  }

  static <T> Reading<T> of(T value) {
    return new Value<>(value);
  }

  @SuppressWarnings("unchecked")
  static <T> Reading<T> blank() {
    return (Reading<T>) Blank.ONE;
  }

  static <T> Reading<T> refused(String reason) {
    return new Refused<>(reason);
  }
}
