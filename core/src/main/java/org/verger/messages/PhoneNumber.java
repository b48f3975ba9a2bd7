package org.verger.messages;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;

/**
 * A telephone number.
 *
 * @param value E.164, as in {@code +13125550123}
 */
public record PhoneNumber(String value) {

  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
  private static final int LONGEST_INPUT = 40;
  private static final String REFUSED =
      "This is not a phone number; write it with its country code, as in +1 312 555 0123";

  public PhoneNumber {
    if (!E164.matcher(value).matches()) {
      throw new IllegalArgumentException(REFUSED);
    }
  }

  /**
   * Reads a number as people write it.
   *
   * @param region ISO 3166 alpha-2; a number without a country code is read as one of this region
   * @throws IllegalArgumentException when it is none, with a sentence for the person who wrote it
   */
  public static PhoneNumber parse(String text, String region) {
    if (text.length() > LONGEST_INPUT) {
      throw new IllegalArgumentException(REFUSED);
    }
    try {
      Phonenumber.PhoneNumber number = NUMBERS.parse(text, region);
      // The length is judged and not the exchange: numbering plans change, and a number that is
      // refused is a guest who is lost.
      if (NUMBERS.isPossibleNumberWithReason(number) != ValidationResult.IS_POSSIBLE) {
        throw new IllegalArgumentException(REFUSED);
      }
      return new PhoneNumber(NUMBERS.format(number, PhoneNumberFormat.E164));
    } catch (NumberParseException unreadable) {
      throw new IllegalArgumentException(REFUSED, unreadable);
    }
  }

  /** Masked, because numbers must not get into logs. */
  @Override
  public String toString() {
    return Masks.mask(value);
  }
}
