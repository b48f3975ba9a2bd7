package org.verger.imports.values;

import org.verger.messages.PhoneNumber;

/** Reads telephone numbers. */
public final class PhoneReader implements ValueReader<PhoneNumber> {

  /**
   * Makes a reader.
   *
   * @param region ISO 3166 alpha-2; a number without a country code is one of this region
   */
  public PhoneReader(String region) {}

  @Override
  public Reading<PhoneNumber> read(String text) {
    throw new UnsupportedOperationException(text);
  }
}
