package org.verger.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/** Changes the name and the address of a family. */
@Component
public class ChangeHousehold {

  private final HouseholdRecords records;
  private final PeopleRights rights;
  private final Audit audit;

  ChangeHousehold(HouseholdRecords records, PeopleRights rights, Audit audit) {
    this.records = records;
    this.rights = rights;
    this.audit = audit;
  }

  /**
   * Keeps what the form says.
   *
   * @param version what {@code by} had read; null for any
   * @throws UnknownHouseholdException when {@code by} sees no such family
   * @throws NotAllowedException when {@code by} may not change all of its members
   * @throws InvalidInputException naming all fields that are wrong
   * @throws ChangedMeanwhileException when the version is another one
   */
  @Transactional
  public void change(PersonId by, HouseholdId id, @Nullable Integer version, HouseholdForm form) {
    int current = records.lock(id).orElseThrow(() -> new UnknownHouseholdException(id));
    Sight sight = rights.sightOf(by);
    records.requireSeen(id, sight);
    if (records.hasOthers(id, sight)) {
      throw new NotAllowedException(
          "Members of this family belong to units that your roles do not reach");
    }
    if (version != null && version != current) {
      throw new ChangedMeanwhileException();
    }
    records.update(id, HouseholdRecords.checked(form));
    audit.record("people-family-changed", id.toString(), by.value(), Map.of());
  }
}
