package org.verger.people.web;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.people.PersonView;

/**
 * A person as programs get them.
 *
 * @param dataShown whether the caller may see contact data, birth date and family; where not, these
 *     are left empty
 * @param inactiveSince the last day on which they were active, once that is three months ago
 */
record PersonAnswer(
    UUID id,
    String givenName,
    String familyName,
    String language,
    String membership,
    boolean active,
    @Nullable UUID unit,
    @Nullable LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    boolean dataShown,
    @Nullable String email,
    @Nullable String phone,
    @Nullable LocalDate birthDate,
    @Nullable UUID household,
    @Nullable String householdRole,
    @Nullable LocalDate inactiveSince) {

  static PersonAnswer of(PersonView person) {
    return new PersonAnswer(
        person.id(),
        person.givenName(),
        person.familyName(),
        person.language(),
        person.membership(),
        person.active(),
        person.unitId(),
        person.joinedOn(),
        person.leftOn(),
        person.open(),
        person.email(),
        person.phone(),
        person.birthDate(),
        person.family() == null ? null : person.family().id(),
        person.familyRole(),
        person.inactiveSince());
  }
}
