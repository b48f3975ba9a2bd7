package org.verger.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as far as it takes to recognise them in a file.
 *
 * @param version 0 for those whom the file brings
 * @param line the line of the file that speaks of them; 0 when none has so far
 */
public record KnownPerson(
    UUID id,
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String phone,
    String language,
    @Nullable LocalDate birthDate,
    String membership,
    @Nullable LocalDate joinedOn,
    @Nullable UUID householdId,
    @Nullable String householdRole,
    @Nullable UUID unitId,
    @Nullable String externalId,
    int version,
    long line) {

  /** Whether an earlier row of the file is about them. */
  public boolean isOfTheFile() {
    return line > 0;
  }

  /** The same person, of whom a row of the file speaks. */
  KnownPerson onLine(long number) {
    return new KnownPerson(
        id,
        givenName,
        familyName,
        email,
        phone,
        language,
        birthDate,
        membership,
        joinedOn,
        householdId,
        householdRole,
        unitId,
        externalId,
        version,
        number);
  }

  /** Without contact data. */
  @Override
  public String toString() {
    return id.toString();
  }
}
