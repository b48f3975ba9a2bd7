package org.verger.messages;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message says, in one language. A template with an unknown variable cannot exist.
 *
 * @param key kebab-case, the same in all languages: {@code guest-thank-you}
 * @param language ISO 639 code
 * @param subject for e-mail only, and then required
 * @param version counts the times it was saved; 0 for one that is new
 */
public record Template(
    String key,
    Channel channel,
    String language,
    @Nullable String subject,
    String body,
    int version) {

  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int LONGEST_SMS = 1530;

  public Template {
    if (!KEY.matcher(key).matches()) {
      throw new InvalidTemplateException("A template's key is written like guest-thank-you");
    }
    if (body.isBlank()) {
      throw new InvalidTemplateException("A template needs a text");
    }
    if ((channel == Channel.EMAIL) == (subject == null || subject.isBlank())) {
      throw new InvalidTemplateException("An e-mail needs a subject, and an SMS has none");
    }
    if (channel == Channel.SMS && body.length() > LONGEST_SMS) {
      throw new InvalidTemplateException(
          "An SMS has at most %,d characters".formatted(LONGEST_SMS));
    }
    TemplateText.check(body);
    TemplateText.check(subject == null ? "" : subject);
  }

  Outgoing fill(String address, Map<TemplateVariable, String> values) {
    return new Outgoing(
        channel,
        address,
        subject == null ? null : TemplateText.fill(subject, values),
        TemplateText.fill(body, values));
  }
}
