package org.verger.people;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.messages.EmailAddress;
import org.verger.messages.PhoneNumber;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;
import org.verger.validation.Fields;
import org.verger.validation.InvalidInputException;

/** Checks what somebody wrote about a person, all fields at once. */
@Component
class PersonFormCheck {

  private static final int LONGEST_NAME = 80;
  private static final LocalDate EARLIEST = LocalDate.of(1850, 1, 1);

  private final Tenants tenants;
  private final Units units;
  private final Clock clock;

  PersonFormCheck(Tenants tenants, Units units, Clock clock) {
    this.tenants = tenants;
    this.units = units;
    this.clock = clock;
  }

  /**
   * The data.
   *
   * @throws InvalidInputException naming all fields that are wrong
   */
  PersonData check(PersonForm form) {
    Fields fields = new Fields();
    Tenant church = tenants.current();
    Membership membership = fields.read("membership", form.membership(), Membership::of);
    PersonData data =
        new PersonData(
            fields.required("givenName", form.givenName(), LONGEST_NAME, "Give a first name"),
            orEmpty(fields.text("familyName", form.familyName(), LONGEST_NAME)),
            fields.read("email", form.email(), text -> EmailAddress.parse(text).value()),
            fields.read(
                "phone", form.phone(), text -> PhoneNumber.parse(text, church.region()).value()),
            language(fields, form, church),
            past(fields, "birthDate", form.birthDate(), church),
            membership == null ? Membership.MEMBER : membership,
            past(fields, "joinedOn", form.joinedOn(), church),
            fields.day("leftOn", form.leftOn()),
            unit(fields, form),
            form.active() == null || form.active());
    if (data.joinedOn() != null
        && data.leftOn() != null
        && data.leftOn().isBefore(data.joinedOn())) {
      fields.wrong("leftOn", "Nobody leaves before they join: look at both days");
    }
    fields.check();
    return data;
  }

  private static String language(Fields fields, PersonForm form, Tenant church) {
    String wanted = fields.read("language", form.language(), text -> text.toLowerCase(Locale.ROOT));
    if (wanted != null && !church.languages().contains(wanted)) {
      fields.wrong(
          "language", "Choose one of these languages: " + String.join(", ", church.languages()));
    }
    return church.languageFor(wanted);
  }

  private @Nullable LocalDate past(
      Fields fields, String field, @Nullable String given, Tenant church) {
    LocalDate day = fields.day(field, given);
    LocalDate today = clock.instant().atZone(church.zone()).toLocalDate();
    if (day != null && day.isAfter(today)) {
      fields.wrong(field, "Give a day that is not in the future");
    } else if (day != null && day.isBefore(EARLIEST)) {
      fields.wrong(field, "Look at the year: this is too long ago");
    }
    return day;
  }

  private @Nullable UnitId unit(Fields fields, PersonForm form) {
    UUID id = fields.id("unit", form.unit());
    if (id == null) {
      return null;
    }
    if (units.find(new UnitId(id)).isEmpty()) {
      fields.wrong("unit", "Choose one that exists");
    }
    return new UnitId(id);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
