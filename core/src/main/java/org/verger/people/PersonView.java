package org.verger.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person with what the reader may see of them.
 *
 * @param membership as in {@link Membership#code}
 * @param unitId the unit they belong to; null for the whole church
 * @param open whether the reader sees how to reach them, the birth date and the family; where not,
 *     these are null
 * @param changeable whether the reader may change them
 * @param familyRole as in {@link HouseholdRole#code}
 * @param inactiveSince the last day on which they were active, once that is three months ago
 * @param version grows with each change
 */
public record PersonView(
    UUID id,
    String givenName,
    String familyName,
    String language,
    String membership,
    boolean active,
    @Nullable UUID unitId,
    @Nullable String unit,
    @Nullable LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    boolean open,
    boolean changeable,
    @Nullable String email,
    @Nullable String phone,
    @Nullable LocalDate birthDate,
    @Nullable String familyRole,
    @Nullable HouseholdView family,
    @Nullable LocalDate inactiveSince,
    int version) {

  /** Given and family name. */
  public String name() {
    return (givenName + " " + familyName).strip();
  }

  /** Without the person's data. */
  @Override
  public String toString() {
    return "person " + id;
  }
}
