package org.verger.imports.values;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verger.messages.EmailAddress;

/** Reads e-mail addresses, also as in {@code Ann Lee <ann@example.org>}. */
public final class EmailReader implements ValueReader<EmailAddress> {

  private static final Pattern BRACKETS = Pattern.compile("[^<>]*<([^<>]+)>");
  private static final Pattern MAILTO = Pattern.compile("^mailto:", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENDING = Pattern.compile("[\\s;,]+$");

  @Override
  public Reading<EmailAddress> read(String text) {
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    Matcher brackets = BRACKETS.matcher(clean);
    String address = brackets.matches() ? brackets.group(1) : clean;
    address = ENDING.matcher(MAILTO.matcher(address).replaceFirst("")).replaceFirst("");
    if (address.indexOf('@') != address.lastIndexOf('@')) {
      return RawText.refuse(clean, "holds more than one e-mail address; give one");
    }
    try {
      return Reading.of(EmailAddress.parse(address));
    } catch (IllegalArgumentException none) {
      return RawText.refuse(clean, "is not an e-mail address; it looks like name@example.org");
    }
  }
}
