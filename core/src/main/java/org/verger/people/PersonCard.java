package org.verger.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as lists show them.
 *
 * @param membership as in {@link Membership#code}
 * @param unit the name of the unit they belong to
 * @param family the name of their family; null also where the reader does not see it, as are the
 *     next three
 * @param inactiveSince the last day on which they were active, once that is three months ago
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
    @Nullable String phone,
    @Nullable LocalDate inactiveSince) {

  /** Given and family name. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }
}
