package org.verger.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.validation.ChangedMeanwhileException;

/** What the changes of a person have in common; each belongs to the transaction that is open. */
@Component
class PersonChanges {

  private final PeopleRecords records;
  private final PeopleRights rights;
  private final Units units;
  private final Audit audit;

  PersonChanges(PeopleRecords records, PeopleRights rights, Units units, Audit audit) {
    this.records = records;
    this.rights = rights;
    this.units = units;
    this.audit = audit;
  }

  PeopleRecords records() {
    return records;
  }

  PeopleRights rights() {
    return rights;
  }

  /**
   * The person, locked, for somebody who may change them.
   *
   * @param version what the change was meant for; null for any
   * @throws UnknownPersonException when {@code by} sees no such person
   * @throws NotAllowedException when {@code by} sees the person and may not change them
   * @throws ChangedMeanwhileException when the version is another one
   */
  PeopleRecords.Stored open(PersonId by, PersonId id, @Nullable Integer version) {
    PeopleRecords.Stored stored =
        records.lock(id).orElseThrow(() -> new UnknownPersonException(id));
    UnitId unit = stored.data().unit();
    if (!sees(by, unit == null ? null : units.require(unit))) {
      throw new UnknownPersonException(id);
    }
    rights.requireChange(by, unit);
    if (version != null && version != stored.version()) {
      throw new ChangedMeanwhileException();
    }
    return stored;
  }

  private boolean sees(PersonId by, @Nullable Unit unit) {
    var reach = rights.sightOf(by).people();
    return unit == null ? reach.everything() : reach.covers(unit);
  }

  void record(String action, PersonId id, PersonId by, Map<String, ?> detail) {
    audit.record(action, id.toString(), by.value(), detail);
  }
}
