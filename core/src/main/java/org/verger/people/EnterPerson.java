package org.verger.people;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Enters somebody who belongs to the church. */
@Component
public class EnterPerson {

  private final PersonFormCheck check;
  private final PeopleRights rights;
  private final PeopleRecords records;
  private final Audit audit;

  EnterPerson(PersonFormCheck check, PeopleRights rights, PeopleRecords records, Audit audit) {
    this.check = check;
    this.rights = rights;
    this.records = records;
    this.audit = audit;
  }

  /**
   * Enters the person.
   *
   * @throws InvalidInputException naming all fields that are wrong
   * @throws NotAllowedException when {@code by} may not change people of that unit
   */
  @Transactional
  public PersonId enter(PersonId by, PersonForm form) {
    PersonData data = check.check(form);
    rights.requireChange(by, data.unit());
    PersonId id = PersonId.random();
    records.insert(id, data);
    audit.record("people-entered", id.toString(), by.value(), Map.of());
    return id;
  }
}
