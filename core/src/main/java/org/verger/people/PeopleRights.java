package org.verger.people;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;

/** Who may see and change people. */
@Component
class PeopleRights {

  private final JdbcClient jdbc;
  private final Access access;
  private final Units units;

  PeopleRights(JdbcClient jdbc, Access access, Units units) {
    this.jdbc = jdbc;
    this.access = access;
    this.units = units;
  }

  Sight sightOf(PersonId person) {
    return new Sight(access.reachOf(person, Area.PEOPLE), access.reachOf(person, Area.MEMBER_DATA));
  }

  /**
   * For a use case that enters somebody at a unit or changes somebody who is there.
   *
   * @param unit null for people of the whole church
   * @throws NotAllowedException when the person may not
   */
  void requireChange(PersonId by, @Nullable UnitId unit) {
    Unit place = unit == null ? null : units.require(unit);
    if (!sightOf(by).mayChange(place)) {
      throw new NotAllowedException(
          "Your roles give you no right to change people %s (areas people and member-data)"
              .formatted(
                  place == null ? "who belong to no unit: choose a unit" : "of " + place.name()));
    }
  }

  /**
   * Notices with links that decide go to the address of whoever holds a role, so it is changed only
   * by those who look after the system there.
   */
  void requireContactChange(PersonId by, PersonId whose) {
    rolesOf(whose).forEach(unit -> access.require(by, Area.SYSTEM, unit));
  }

  /** The units at which somebody holds a role at present. */
  List<UnitId> rolesOf(PersonId person) {
    return jdbc
        .sql("SELECT DISTINCT unit_id FROM role_holding WHERE person_id = ? AND until IS NULL")
        .param(person.value())
        .query(UUID.class)
        .list()
        .stream()
        .map(UnitId::new)
        .toList();
  }
}
