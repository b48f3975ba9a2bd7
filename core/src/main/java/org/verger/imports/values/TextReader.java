package org.verger.imports.values;

/** Reads a column. */
public final class TextReader implements ValueReader<String> {

  @Override
  public Reading<String> read(String text) {
    throw new UnsupportedOperationException(text);
  }
}
