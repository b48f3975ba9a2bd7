package org.verger.organisation;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who serves in the church.
 *
 * @param language ISO 639 code
 * @param active false once the person has left; holdings of one who left count for nothing
 */
public record Person(
    PersonId id,
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String phone,
    String language,
    boolean active) {

  /** Given and family name. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }
}
