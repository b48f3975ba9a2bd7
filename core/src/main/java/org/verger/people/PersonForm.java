package org.verger.people;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person, as somebody wrote it. What is null or empty is not known.
 *
 * @param language ISO 639 code; without one it is the church's own
 * @param birthDate a day as in 2026-11-21, as all days
 * @param membership the code of a {@link Membership}; without one it is {@code member}
 * @param unit the id of the unit the person belongs to
 * @param active whether they belong or serve at present; null counts as true
 */
public record PersonForm(
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

  /** Without the person's data. */
  @Override
  public String toString() {
    return "the form of a person";
  }
}
