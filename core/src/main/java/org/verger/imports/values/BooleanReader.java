package org.verger.imports.values;

/** Reads a column. */
public final class BooleanReader implements ValueReader<Boolean> {

  @Override
  public Reading<Boolean> read(String text) {
    throw new UnsupportedOperationException(text);
  }
}
