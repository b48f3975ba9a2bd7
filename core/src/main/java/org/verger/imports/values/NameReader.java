package org.verger.imports.values;

/** Reads a column. */
public final class NameReader implements ValueReader<PersonName> {

  @Override
  public Reading<PersonName> read(String text) {
    throw new UnsupportedOperationException(text);
  }
}
