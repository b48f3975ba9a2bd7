package org.verger.people;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;

/** Changes what is known of somebody. */
@Component
public class ChangePerson {

  private final PersonFormCheck check;
  private final PersonChanges changes;

  ChangePerson(PersonFormCheck check, PersonChanges changes) {
    this.check = check;
    this.changes = changes;
  }

  /**
   * Keeps what the form says; what it leaves out is not known any more.
   *
   * @param version what {@code by} had read; null for any
   * @throws UnknownPersonException when {@code by} sees no such person
   * @throws NotAllowedException when {@code by} may not change people of the unit before or after,
   *     or the contact of somebody who holds roles
   * @throws InvalidInputException naming all fields that are wrong
   * @throws ChangedMeanwhileException when the version is another one
   */
  @Transactional
  public void change(PersonId by, PersonId id, @Nullable Integer version, PersonForm form) {
    PersonData before = changes.open(by, id, version).data();
    PersonData after = check.check(form);
    if (!Objects.equals(before.unit(), after.unit())) {
      changes.rights().requireChange(by, after.unit());
    }
    if (!after.hasContactOf(before)) {
      changes.rights().requireContactChange(by, id);
    }
    if (!after.active() && before.active() && !changes.rights().rolesOf(id).isEmpty()) {
      throw InvalidInputException.of("active", "They hold roles: end these first");
    }
    List<String> changed = after.changedSince(before);
    if (!changed.isEmpty()) {
      changes.records().update(id, after);
      changes.record("people-changed", id, by, Map.of("fields", changed));
    }
  }
}
