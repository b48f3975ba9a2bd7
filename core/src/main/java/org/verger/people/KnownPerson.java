package org.verger.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person as far as it takes to recognise them in a file.
 *
 * @param line the line of the file that brought them; 0 for those who were there before
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

  /** Whether the file brought them, so that they are not among the records yet. */
  public boolean isOfTheFile() {
    return line > 0;
  }

  /** Without contact data. */
  @Override
  public String toString() {
    return id.toString();
  }
}
