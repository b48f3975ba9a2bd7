package org.verger.people;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a family, as somebody wrote it.
 *
 * @param country ISO 3166 alpha-2
 */
public record HouseholdForm(
    @Nullable String name,
    @Nullable String street,
    @Nullable String city,
    @Nullable String region,
    @Nullable String postalCode,
    @Nullable String country) {

  /** Without the family's data. */
  @Override
  public String toString() {
    return "the form of a family";
  }
}
