package org.verger.people.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.verger.people.PersonForm;
import org.verger.people.PersonView;

/**
 * The form of a person, as it was typed.
 *
 * @param version what was read; empty for somebody new
 */
record PersonFields(
    @Nullable String givenName,
    @Nullable String familyName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language,
    @Nullable String birthDate,
    @Nullable String membership,
    @Nullable String joinedOn,
    @Nullable String leftOn,
    @Nullable String unit,
    @Nullable String active,
    @Nullable Integer version) {

  static final PersonFields EMPTY =
      new PersonFields(
          null, null, null, null, null, null, "member", null, null, null, "true", null);

  static PersonFields of(PersonView person) {
    return new PersonFields(
        person.givenName(),
        person.familyName(),
        person.email(),
        person.phone(),
        person.language(),
        text(person.birthDate()),
        person.membership(),
        text(person.joinedOn()),
        text(person.leftOn()),
        person.unitId() == null ? null : person.unitId().toString(),
        Boolean.toString(person.active()),
        person.version());
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  PersonForm form() {
    return new PersonForm(
        givenName,
        familyName,
        email,
        phone,
        language,
        birthDate,
        membership,
        joinedOn,
        leftOn,
        unit,
        !"false".equals(active));
  }
}
