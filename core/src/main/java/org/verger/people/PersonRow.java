package org.verger.people;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person as a row of a file gives them; null or empty is not given. */
record PersonRow(
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String language,
    @Nullable LocalDate birthDate,
    @Nullable String membership,
    @Nullable LocalDate joinedOn,
    @Nullable String householdRole,
    @Nullable UUID unitId,
    @Nullable String externalId,
    @Nullable Boolean smsConsent,
    @Nullable Boolean emailConsent) {

  /** The same person at this unit. */
  PersonRow at(@Nullable UUID unit) {
    return with(unit, externalId);
  }

  /** The same person without the id of the other system. */
  PersonRow withoutId() {
    return with(unitId, null);
  }

  private PersonRow with(@Nullable UUID unit, @Nullable String id) {
    return new PersonRow(
        givenName,
        familyName,
        email,
        phone,
        language,
        birthDate,
        membership,
        joinedOn,
        householdRole,
        unit,
        id,
        smsConsent,
        emailConsent);
  }

  /** The person after the import: what the row does not give stays. */
  KnownPerson over(KnownPerson before, @Nullable UUID given) {
    UUID household = or(given, before.householdId());
    return new KnownPerson(
        before.id(),
        givenName.isEmpty() ? before.givenName() : givenName,
        familyName.isEmpty() ? before.familyName() : familyName,
        or(email, before.email()),
        or(phone, before.phone()),
        language == null ? before.language() : language,
        or(birthDate, before.birthDate()),
        membership == null ? before.membership() : membership,
        or(joinedOn, before.joinedOn()),
        household,
        household == null ? null : or(householdRole, before.householdRole()),
        or(unitId, before.unitId()),
        or(externalId, before.externalId()),
        before.version(),
        before.line());
  }

  /** Somebody new. */
  KnownPerson fresh(UUID id, @Nullable UUID household, String churchLanguage, long line) {
    return new KnownPerson(
        id,
        givenName,
        familyName,
        email,
        phone,
        language == null ? churchLanguage : language,
        birthDate,
        membership == null ? "attender" : membership,
        joinedOn,
        household,
        household == null ? null : householdRole,
        unitId,
        externalId,
        0,
        line);
  }

  private static <T> @Nullable T or(@Nullable T given, @Nullable T before) {
    return given == null ? before : given;
  }
}
