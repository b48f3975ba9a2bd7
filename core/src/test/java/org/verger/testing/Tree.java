package org.verger.testing;

import org.verger.organisation.Level;
import org.verger.organisation.NewPerson;
import org.verger.organisation.People;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;

/**
 * A small tree of units: nation, two regions; the north has two campuses, the first of them with
 * two groups.
 */
public record Tree(
    Church church,
    People people,
    Unit nation,
    Unit north,
    Unit south,
    Unit downtown,
    Unit uptown,
    Unit groupA,
    Unit groupB) {

  /** Plants it in a church. */
  public static Tree plant(Church church, Units units, People people) {
    return church.call(
        () -> {
          Unit nation = units.createRoot("Nation");
          Unit north = units.create(nation.id(), Level.REGIONAL, "North");
          Unit south = units.create(nation.id(), Level.REGIONAL, "South");
          Unit downtown = units.create(north.id(), Level.CAMPUS, "Downtown");
          Unit uptown = units.create(north.id(), Level.CAMPUS, "Uptown");
          return new Tree(
              church,
              people,
              nation,
              north,
              south,
              downtown,
              uptown,
              units.create(downtown.id(), Level.GROUP, "Group A"),
              units.create(downtown.id(), Level.GROUP, "Group B"));
        });
  }

  /** Enters somebody who holds a role. */
  public PersonId holder(Role role, UnitId unit) {
    return church.call(
        () -> {
          PersonId person = people.create(new NewPerson("Daniel", "Okafor", null, null, "en"));
          people.assign(person, role, unit);
          return person;
        });
  }
}
