package org.verger.messages;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An e-mail address.
 *
 * @param value in small letters, at most 254 characters
 */
public record EmailAddress(String value) {

  private static final int LONGEST = 254;
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  public EmailAddress {
    if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "This is not an e-mail address; it looks like name@example.org");
    }
  }

  /**
   * Reads an address as people write it: white space around it and capitals do not matter.
   *
   * @throws IllegalArgumentException when it is none, with a sentence for the person who wrote it
   */
  public static EmailAddress parse(String text) {
    return new EmailAddress(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Masked, because addresses must not get into logs. */
  @Override
  public String toString() {
    return Masks.mask(value);
  }
}
