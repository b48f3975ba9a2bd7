package org.verger.organisation.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.People;
import org.verger.organisation.Reach;
import org.verger.organisation.RoleHolder;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;

/** The units from the top down, each with those who hold roles there. */
@Component
@RunsInRole(RunsInRole.API)
class Tree {

  private final Units units;
  private final People people;

  Tree(Units units, People people) {
    this.units = units;
    this.people = people;
  }

  /**
   * A unit.
   *
   * @param depth 0 for the root
   */
  record Branch(Unit unit, int depth, List<RoleHolder> holders) {}

  /** All units, each followed by those below it. */
  List<Branch> branches() {
    Map<UnitId, List<RoleHolder>> holders =
        people.holders(Reach.EVERYTHING).stream().collect(Collectors.groupingBy(RoleHolder::unit));
    return units.all().stream()
        .map(
            unit ->
                new Branch(
                    unit,
                    unit.selfAndAncestors().size() - 1,
                    holders.getOrDefault(unit.id(), List.of())))
        .toList();
  }
}
