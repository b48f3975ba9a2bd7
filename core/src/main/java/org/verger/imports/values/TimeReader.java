package org.verger.imports.values;

import java.time.LocalTime;

/** Reads a column. */
public final class TimeReader implements ValueReader<LocalTime> {

  @Override
  public Reading<LocalTime> read(String text) {
    throw new UnsupportedOperationException(text);
  }
}
