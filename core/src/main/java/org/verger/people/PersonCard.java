package org.verger.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as lists show them.
 *
 * @param membership as in {@link Membership#code}
 * @param unit the name of the unit they belong to
 * @param family the name of their family; null also where the reader does not see it, as are the
 *     next two
 */
public record PersonCard(
    UUID id,
    String givenName,
    String familyName,
    String membership,
    boolean active,
    @Nullable String unit,
    @Nullable String family,
    @Nullable String email,
    @Nullable String phone) {

  /** Given and family name. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }
}
