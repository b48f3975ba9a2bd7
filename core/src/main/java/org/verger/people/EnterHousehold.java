package org.verger.people;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Enters a family. */
@Component
public class EnterHousehold {

  private final HouseholdRecords records;
  private final PersonChanges changes;
  private final Audit audit;

  EnterHousehold(HouseholdRecords records, PersonChanges changes, Audit audit) {
    this.records = records;
    this.changes = changes;
    this.audit = audit;
  }

  /**
   * Enters the family with the first of its members.
   *
   * @param first null for a family without members, which those alone see who see the whole church
   * @throws InvalidInputException naming all fields that are wrong, or that a member is missing
   * @throws UnknownPersonException when {@code by} sees no such person
   * @throws NotAllowedException when {@code by} may not change the person
   */
  @Transactional
  public HouseholdId enter(
      PersonId by, HouseholdForm form, @Nullable PersonId first, HouseholdRole role) {
    HouseholdForm checked = HouseholdRecords.checked(form);
    if (first == null && !changes.rights().sightOf(by).mayChange(null)) {
      throw InvalidInputException.of("person", "Choose somebody who belongs to the family");
    }
    HouseholdId id = new HouseholdId(UUID.randomUUID());
    records.insert(id, checked);
    audit.record("people-family-entered", id.toString(), by.value(), Map.of());
    if (first != null) {
      changes.open(by, first, null);
      changes.records().move(first, id, role);
      changes.record(
          "people-family-joined", first, by, Map.of("family", id.toString(), "role", role.code()));
    }
    return id;
  }
}
