package org.verger.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.ChangedMeanwhileException;

/** Moves somebody into a family or out of it. */
@Component
public class MovePerson {

  private final PersonChanges changes;
  private final HouseholdRecords households;

  MovePerson(PersonChanges changes, HouseholdRecords households) {
    this.changes = changes;
    this.households = households;
  }

  /**
   * Makes the person a member of a family, whichever they belonged to before.
   *
   * @param version what {@code by} had read of the person; null for any
   * @throws UnknownPersonException when {@code by} sees no such person
   * @throws UnknownHouseholdException when {@code by} sees no such family
   * @throws NotAllowedException when {@code by} may not change the person
   * @throws ChangedMeanwhileException when the version is another one
   */
  @Transactional
  public void join(
      PersonId by,
      PersonId person,
      @Nullable Integer version,
      HouseholdId household,
      HouseholdRole role) {
    changes.open(by, person, version);
    households.requireSeen(household, changes.rights().sightOf(by));
    changes.records().move(person, household, role);
    changes.record(
        "people-family-joined",
        person,
        by,
        Map.of("family", household.toString(), "role", role.code()));
  }

  /**
   * Takes the person out of their family; who belongs to none stays as they are.
   *
   * @param version what {@code by} had read of the person; null for any
   * @throws UnknownPersonException when {@code by} sees no such person
   * @throws NotAllowedException when {@code by} may not change the person
   * @throws ChangedMeanwhileException when the version is another one
   */
  @Transactional
  public void leave(PersonId by, PersonId person, @Nullable Integer version) {
    HouseholdId family = changes.open(by, person, version).household();
    if (family != null) {
      changes.records().move(person, null, null);
      changes.record("people-family-left", person, by, Map.of("family", family.toString()));
    }
  }
}
