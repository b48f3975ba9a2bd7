package org.verger.imports.values;

import org.verger.messages.EmailAddress;

/** Reads a column. */
public final class EmailReader implements ValueReader<EmailAddress> {

  @Override
  public Reading<EmailAddress> read(String text) {
    throw new UnsupportedOperationException(text);
  }
}
