package org.verger.people.web;

import org.jspecify.annotations.Nullable;
import org.verger.people.HouseholdForm;
import org.verger.people.HouseholdView;

/**
 * The form of a family, as it was typed.
 *
 * @param person the first member, for a new one
 * @param version what was read; empty for a new one
 */
record FamilyFields(
    @Nullable String name,
    @Nullable String street,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country,
    @Nullable String person,
    @Nullable String role,
    @Nullable String search,
    @Nullable Integer version) {

  static FamilyFields of(HouseholdView family) {
    return new FamilyFields(
        family.name(),
        family.street(),
        family.city(),
        family.region(),
        family.postalCode(),
        family.country(),
        null,
        null,
        null,
        family.version());
  }

  HouseholdForm form() {
    return new HouseholdForm(name, street, city, region, postalCode, country);
  }
}
