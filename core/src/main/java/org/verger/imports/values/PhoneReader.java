package org.verger.imports.values;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
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

  private static final int NORTH_AMERICA = 1;
  private static final int LONGEST_USUAL = 16;

  private final String region;
  private final boolean northAmerican;

  /**
   * Makes a reader.
   *
   * @param region ISO 3166 alpha-2; a number without a country code is one of this region
   */
  public PhoneReader(String region) {
    this.region = region;
    this.northAmerican =
        PhoneNumberUtil.getInstance().getCountryCodeForRegion(region) == NORTH_AMERICA;
  }

  @Override
  public Reading<PhoneNumber> read(String text) {
    PhoneNumber usual = northAmerican ? usual(text) : null;
    if (usual != null) {
      return Reading.of(usual);
    }
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    String number = clean.length() > 100 ? clean : LABEL.matcher(clean).replaceAll("");
    number = DECIMALS.matcher(number).replaceFirst("");
    try {
      return Reading.of(PhoneNumber.parse(number, region));
    } catch (IllegalArgumentException none) {
      return RawText.refuse(
          clean, "is not a phone number; write it with its country code, as in +1 312 555 0123");
    }
  }

  /**
   * A number of ten digits as in (312) 555-0123, or null when it is written otherwise. Most are,
   * and the library takes a hundred times as long.
   */
  private static @Nullable PhoneNumber usual(String text) {
    if (text.length() < 10 || text.length() > LONGEST_USUAL) {
      return null;
    }
    StringBuilder number = new StringBuilder("+1");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        number.append(c);
      } else if ("()-. ".indexOf(c) < 0) {
        return null;
      }
    }
    boolean tenDigits = number.length() == 12 && number.charAt(2) >= '2';
    return tenDigits ? new PhoneNumber(number.toString()) : null;
  }
}
