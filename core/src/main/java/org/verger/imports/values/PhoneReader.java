package org.verger.imports.values;

import java.util.regex.Pattern;
import org.verger.messages.PhoneNumber;

/**
 * Reads telephone numbers into E.164. An extension is left out, because it cannot be dialled by the
 * sender of a message.
 */
public final class PhoneReader implements ValueReader<PhoneNumber> {

  // What spreadsheets make of a number, and what people write behind one.
  private static final Pattern DECIMALS = Pattern.compile("(?<=\\d)\\.0+$");
  private static final Pattern LABEL =
      Pattern.compile(
          "^\\(?(?:cell|mobile|home|work|tel|phone|c|m|h|w)\\b[.:)]*\\s*|\\s*\\(?(?:cell|mobile|home|work|c|m|h|w)\\)?$",
          Pattern.CASE_INSENSITIVE);

  private final String region;

  /**
   * Makes a reader.
   *
   * @param region ISO 3166 alpha-2; a number without a country code is one of this region
   */
  public PhoneReader(String region) {
    this.region = region;
  }

  @Override
  public Reading<PhoneNumber> read(String text) {
    String clean = Cells.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    String number = clean.length() > 100 ? clean : LABEL.matcher(clean).replaceAll("");
    number = DECIMALS.matcher(number).replaceFirst("");
    try {
      return Reading.of(PhoneNumber.parse(number, region));
    } catch (IllegalArgumentException none) {
      return Cells.refuse(
          clean, "is not a phone number; write it with its country code, as in +1 312 555 0123");
    }
  }
}
