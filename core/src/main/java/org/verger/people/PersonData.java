package org.verger.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/** What is known of a person, checked. */
record PersonData(
    String givenName,
    String familyName,
    @Nullable String email,
    @Nullable String phone,
    String language,
    @Nullable LocalDate birthDate,
    Membership membership,
    @Nullable LocalDate joinedOn,
    @Nullable LocalDate leftOn,
    @Nullable UnitId unit,
    boolean active) {

  /** Whether both are reached in the same way. */
  boolean hasContactOf(PersonData other) {
    return Objects.equals(email, other.email) && Objects.equals(phone, other.phone);
  }

  /** The names of the fields that differ. */
  List<String> changedSince(PersonData before) {
    List<String> changed = new ArrayList<>();
    note(changed, "givenName", givenName, before.givenName);
    note(changed, "familyName", familyName, before.familyName);
    note(changed, "email", email, before.email);
    note(changed, "phone", phone, before.phone);
    note(changed, "language", language, before.language);
    note(changed, "birthDate", birthDate, before.birthDate);
    note(changed, "membership", membership, before.membership);
    note(changed, "joinedOn", joinedOn, before.joinedOn);
    note(changed, "leftOn", leftOn, before.leftOn);
    note(changed, "unit", unit, before.unit);
    note(changed, "active", active, before.active);
    return changed;
  }

  private static void note(
      List<String> changed, String field, @Nullable Object after, @Nullable Object before) {
    if (!Objects.equals(after, before)) {
      changed.add(field);
    }
  }

  /** Without the person's data. */
  @Override
  public String toString() {
    return "the data of a person";
  }
}
