package org.verger.people.web;

import org.jspecify.annotations.Nullable;
import org.verger.people.PersonForm;

/**
 * A person as programs send them; what is left out is not known.
 *
 * @param birthDate as in 1990-12-31, as all days
 * @param membership visitor, attender, member or former
 * @param unit the id of the unit they belong to
 */
record PersonBody(
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
    @Nullable Boolean active) {

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
        active);
  }
}
