package org.verger.organisation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.validation.InvalidInputException;

/**
 * Gives and takes roles without asking anybody, for those who look after the system. What others
 * want is a request, which goes through its chain.
 */
@Component
public class ChangeRoles {

  private final People people;
  private final Units units;
  private final Access access;
  private final Audit audit;

  ChangeRoles(People people, Units units, Access access, Audit audit) {
    this.people = people;
    this.units = units;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Gives a role; who holds it already keeps it.
   *
   * @throws NotAllowedException when {@code by} does not look after the system there
   * @throws InvalidInputException when the person has left or was never here
   */
  @Transactional
  public void assign(PersonId by, PersonId person, Role role, UnitId unit) {
    access.require(by, Area.SYSTEM, unit);
    if (people.find(person).filter(Person::active).isEmpty()) {
      throw InvalidInputException.of("person", "Choose somebody who serves in this church");
    }
    people.assign(person, role, unit);
    record("organisation-role-assigned", by, person, role, unit);
  }

  /**
   * Takes a role away; the tasks that came with it stay with the others who hold it, or pass up.
   *
   * @return false when the holding had ended before
   * @throws NotAllowedException when {@code by} does not look after the system there
   * @throws InvalidInputException when nobody would be left to look after the church
   */
  @Transactional
  public boolean relieve(PersonId by, UUID holding) {
    RoleHolder held = people.holding(holding).orElse(null);
    if (held == null) {
      return false;
    }
    access.require(by, Area.SYSTEM, held.unit());
    if (held.role().equals(Role.ADMIN) && administrators().size() == 1) {
      throw InvalidInputException.of(
          "role", "This is the last administrator: appoint another one first");
    }
    people.relieve(held.person(), held.role(), held.unit());
    record("organisation-role-relieved", by, held.person(), held.role(), held.unit());
    return true;
  }

  private List<RoleHolder> administrators() {
    return people.holders(Reach.EVERYTHING).stream()
        .filter(holder -> holder.role().equals(Role.ADMIN))
        .toList();
  }

  private void record(String action, PersonId by, PersonId person, Role role, UnitId unit) {
    audit.record(
        action,
        person.toString(),
        by.value(),
        Map.of("role", role.value(), "unit", units.require(unit).name()));
  }
}
