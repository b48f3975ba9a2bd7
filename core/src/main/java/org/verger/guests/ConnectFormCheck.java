package org.verger.guests;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verger.messages.EmailAddress;
import org.verger.messages.PhoneNumber;
import org.verger.tenants.Tenant;

/** Checks one form, all fields at once. */
final class ConnectFormCheck {

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NOTE = 2000;

  // Names go into messages to numbers that nobody has confirmed: no links, no instructions.
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}][\\p{L}\\p{M} .,'’‘ʼ\\-]*");
  private static final Pattern LINK = Pattern.compile("\\.\\p{L}{2}");
  private static final Pattern CAMPAIGN = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private final ConnectForm form;
  private final Tenant tenant;
  private final Map<String, String> errors = new LinkedHashMap<>();

  private ConnectFormCheck(ConnectForm form, Tenant tenant) {
    this.form = form;
    this.tenant = tenant;
  }

  static CheckedForm check(ConnectForm form, Tenant tenant) {
    return new ConnectFormCheck(form, tenant).run();
  }

  private CheckedForm run() {
    String firstName = firstName();
    String lastName = name("lastName", given(form.lastName()));
    String phone = phone();
    String email =
        converted("email", given(form.email()), text -> EmailAddress.parse(text).value());
    if (given(form.phone()) == null && given(form.email()) == null) {
      errors.put("phone", "Give a phone number or an e-mail address, so that we can reach you");
    }
    ConnectForm.Consent consent =
        form.consent() == null ? new ConnectForm.Consent(false, false) : form.consent();
    CheckedForm checked =
        new CheckedForm(
            firstName,
            lastName,
            phone,
            email,
            language(),
            campaign(),
            consent.sms(),
            consent.email(),
            note());
    if (!errors.isEmpty()) {
      throw new InvalidConnectFormException(Map.copyOf(errors));
    }
    return checked;
  }

  private String firstName() {
    String given = given(form.firstName());
    if (given == null) {
      errors.put("firstName", "Give your first name");
    }
    return name("firstName", given);
  }

  private String name(String field, @Nullable String given) {
    if (given == null) {
      return "";
    }
    if (given.codePointCount(0, given.length()) > LONGEST_NAME) {
      errors.put(field, "A name has at most %d characters".formatted(LONGEST_NAME));
    } else if (!NAME.matcher(given).matches() || LINK.matcher(given).find()) {
      errors.put(field, "A name has letters, spaces, hyphens and apostrophes only");
    }
    return given;
  }

  private @Nullable String phone() {
    return converted(
        "phone", given(form.phone()), text -> PhoneNumber.parse(text, tenant.region()).value());
  }

  private String language() {
    String given = given(form.language());
    String wanted = given == null ? null : given.toLowerCase(Locale.ROOT);
    if (wanted != null && !tenant.languages().contains(wanted)) {
      errors.put(
          "language", "Choose one of these languages: " + String.join(", ", tenant.languages()));
    }
    return tenant.languageFor(wanted);
  }

  private @Nullable String campaign() {
    String given = given(form.campaign());
    String code = given == null ? null : given.toLowerCase(Locale.ROOT);
    if (code != null && !CAMPAIGN.matcher(code).matches()) {
      errors.put(
          "campaign",
          "A campaign's code has at most 40 letters, digits and hyphens, as on the card");
    }
    return code;
  }

  private @Nullable String note() {
    String given = given(form.note());
    if (given != null && given.length() > LONGEST_NOTE) {
      errors.put("note", "A note has at most %,d characters".formatted(LONGEST_NOTE));
    }
    return given;
  }

  private @Nullable String converted(
      String field, @Nullable String given, Function<String, String> conversion) {
    try {
      return given == null ? null : conversion.apply(given);
    } catch (IllegalArgumentException refused) {
      errors.put(field, String.valueOf(refused.getMessage()));
      return null;
    }
  }

  private static @Nullable String given(@Nullable String text) {
    return Texts.given(text);
  }
}
