package org.verger.guests;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.Holders;
import org.verger.organisation.Level;
import org.verger.organisation.Role;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;

/**
 * Finds who calls a guest, and who does when nobody has.
 *
 * <p>Callers are the small group leaders at the guest's unit or the nearest unit above; where there
 * are none, and the unit is a campus or below it, those of the nearest units beneath. The leaders,
 * and the callers where no group has a leader, are the campus leaders at the unit or the nearest
 * above. A vacancy moves up: regional director, national director, and at last the admins.
 */
@Component
public class AssignCaller {

  private static final List<Role> LEADERS =
      List.of(Role.CAMPUS_LEADER, Role.REGIONAL_DIRECTOR, Role.NATIONAL_DIRECTOR);

  private final GuestRecords records;
  private final Units units;
  private final Holders holders;

  AssignCaller(GuestRecords records, Units units, Holders holders) {
    this.records = records;
    this.units = units;
    this.holders = holders;
  }

  /**
   * Who is asked.
   *
   * @param callerGroups candidate groups of the call, as {@code <role>@<unitId>}; never empty
   * @param leaderGroups candidate groups of the escalated call; never empty
   */
  public record Callers(List<String> callerGroups, List<String> leaderGroups) {}

  /**
   * Finds them as the tree stands now.
   *
   * @throws UnknownGuestException when there is no such guest
   * @throws IllegalStateException when the church has no units
   */
  @Transactional(readOnly = true)
  public Callers assign(GuestId id) {
    Unit unit = unitOf(records.require(id));
    CandidateGroup leaders = leaders(unit);
    List<CandidateGroup> callers = callers(unit);
    return new Callers(
        (callers.isEmpty() ? Stream.of(leaders) : callers.stream())
            .map(CandidateGroup::format)
            .toList(),
        List.of(leaders.format()));
  }

  private Unit unitOf(Guest guest) {
    UnitId unit = guest.unitId();
    return unit == null ? root() : units.require(unit);
  }

  private Unit root() {
    return units
        .root()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The church has no units yet; create the national unit, then retry"));
  }

  private List<CandidateGroup> callers(Unit unit) {
    Optional<CandidateGroup> near = holders.nearest(Role.GROUP_LEADER, unit.id());
    if (near.isPresent()) {
      return List.of(near.get());
    }
    return unit.level().compareTo(Level.CAMPUS) < 0
        ? List.of()
        : holders.below(Role.GROUP_LEADER, unit.id());
  }

  private CandidateGroup leaders(Unit unit) {
    return LEADERS.stream()
        .flatMap(role -> holders.nearest(role, unit.id()).stream())
        .findFirst()
        .orElseGet(() -> new CandidateGroup(Role.ADMIN, unit.selfAndAncestors().getLast()));
  }
}
