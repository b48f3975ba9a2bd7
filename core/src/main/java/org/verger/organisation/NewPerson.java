package org.verger.organisation;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a person who is to be entered.
 *
 * @param language ISO 639 code
 */
public record NewPerson(
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String phone,
    String language) {

  public NewPerson {
    if (givenName.isBlank()) {
      throw new IllegalArgumentException("A person needs a given name");
    }
  }
}
