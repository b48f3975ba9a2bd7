package org.verger.organisation;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.validation.InvalidInputException;

/** Lets the tree of units grow. */
@Component
public class ChangeUnits {

  private static final int LONGEST_NAME = 120;

  private final Units units;
  private final Access access;
  private final Audit audit;

  ChangeUnits(Units units, Access access, Audit audit) {
    this.units = units;
    this.access = access;
    this.audit = audit;
  }

  /**
   * Adds a unit.
   *
   * @throws NotAllowedException when {@code by} does not look after the system there
   * @throws UnknownUnitException when there is no such parent
   * @throws InvalidInputException when such a unit cannot be below the parent, or has no name
   */
  @Transactional
  public Unit add(PersonId by, UnitId parent, Level level, String name) {
    access.require(by, Area.SYSTEM, parent);
    Level above = units.require(parent).level();
    if (!level.mayBeBelow(above)) {
      throw InvalidInputException.of(
          "level", "A %s unit cannot be below a %s one".formatted(level.code(), above.code()));
    }
    Unit unit = units.create(parent, level, checked(name));
    audit.record(
        "organisation-unit-added",
        unit.id().toString(),
        by.value(),
        Map.of("name", unit.name(), "level", level.code()));
    return unit;
  }

  /**
   * Gives a unit another name.
   *
   * @throws NotAllowedException when {@code by} does not look after the system there
   * @throws UnknownUnitException when there is no such unit
   * @throws InvalidInputException when the name is empty or too long
   */
  @Transactional
  public Unit rename(PersonId by, UnitId id, String name) {
    access.require(by, Area.SYSTEM, id);
    String before = units.require(id).name();
    Unit renamed = units.rename(id, checked(name));
    audit.record(
        "organisation-unit-renamed",
        id.toString(),
        by.value(),
        Map.of("before", before, "after", renamed.name()));
    return renamed;
  }

  private static String checked(String name) {
    if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
      throw InvalidInputException.of(
          "name", "Give a name of at most %d characters".formatted(LONGEST_NAME));
    }
    return name.strip();
  }
}
