package org.verger.approvals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.Holders;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.UnitId;

/**
 * Finds who decides a step.
 *
 * <p>Whoever holds the role at the request's unit or at the nearest unit above. Who gains by the
 * request never decides: a unit that has nobody else counts as vacant. A role that is vacant up to
 * the top passes to the next one up.
 */
@Component
public class Approvers {

  // The finance director's vacancy goes to the board: the national director decided just before.
  private static final Map<Role, Role> NEXT_UP =
      Map.of(
          Role.GROUP_LEADER, Role.CAMPUS_LEADER,
          Role.CAMPUS_LEADER, Role.REGIONAL_DIRECTOR,
          Role.REGIONAL_DIRECTOR, Role.NATIONAL_DIRECTOR,
          Role.NATIONAL_DIRECTOR, Role.BOARD_MEMBER,
          Role.FINANCE_DIRECTOR, Role.BOARD_MEMBER);

  private final Holders holders;

  Approvers(Holders holders) {
    this.holders = holders;
  }

  /**
   * What becomes of a step now, as the roles are held at this moment.
   *
   * @param unit the unit of the request
   * @param saidYes who approved an earlier step, in order
   * @param last whether no other stage follows: that one is always another person's
   */
  @Transactional(readOnly = true)
  public Opening open(
      ChainStep step, UnitId unit, Parties parties, Collection<PersonId> saidYes, boolean last) {
    if (!last && step.quorum() == 1 && holds(step.role(), unit, parties.requester())) {
      return new Opening.Submitted();
    }
    Set<PersonId> parted = parties.all();
    Set<PersonId> notAgain = new HashSet<>(parted);
    notAgain.addAll(saidYes);
    List<Group> groups = groups(step.role(), unit);
    Optional<Seat> nearest = seat(groups, parted, step.quorum());
    if (nearest.isPresent() && step.quorum() == 1) {
      return once(nearest.get(), notAgain, saidYes);
    }
    return nearest
        .<Opening>map(Opening.Asked::new)
        .or(() -> passedUp(step, unit, parted, notAgain, saidYes))
        .orElseGet(Opening.Nobody::new);
  }

  /**
   * The next seat up from one that did not answer.
   *
   * @param asked everybody who was asked so far
   */
  @Transactional(readOnly = true)
  public Optional<Seat> above(CandidateGroup group, Parties parties, Collection<PersonId> asked) {
    Set<PersonId> not = parties.all();
    not.addAll(asked);
    List<Group> higher =
        groups(group.role(), group.unit()).stream()
            .filter(one -> !one.group().equals(group))
            .toList();
    return seat(higher, not, 1).or(() -> nextRole(group.role(), group.unit(), not));
  }

  /** Who holds a role of these groups now and gains nothing by the request. */
  @Transactional(readOnly = true)
  public Set<PersonId> holdersOf(Collection<CandidateGroup> groups, Parties parties) {
    Set<PersonId> people = new LinkedHashSet<>();
    groups.forEach(
        group ->
            groups(group.role(), group.unit()).stream()
                .filter(one -> one.group().equals(group))
                .forEach(one -> people.addAll(one.people())));
    people.removeAll(parties.all());
    return people;
  }

  /**
   * Whether the person holds the step's role, or one that it passes up to, at or above the unit.
   */
  @Transactional(readOnly = true)
  public boolean mayStandIn(ChainStep step, UnitId unit, Parties parties, PersonId person) {
    if (parties.include(person)) {
      return false;
    }
    for (Role role = step.role(); role != null; role = NEXT_UP.get(role)) {
      if (groups(role, unit).stream().anyMatch(group -> group.people().contains(person))) {
        return true;
      }
    }
    return false;
  }

  private Optional<Opening> passedUp(
      ChainStep step,
      UnitId unit,
      Set<PersonId> parted,
      Set<PersonId> notAgain,
      Collection<PersonId> saidYes) {
    return step.quorum() > 1
        ? Optional.empty()
        : nextRole(step.role(), unit, parted).map(seat -> once(seat, notAgain, saidYes));
  }

  // One person who holds two roles of a chain decides once.
  private static Opening once(Seat seat, Set<PersonId> notAgain, Collection<PersonId> saidYes) {
    List<PersonId> others =
        seat.people().stream().filter(person -> !notAgain.contains(person)).toList();
    return others.isEmpty()
        ? new Opening.Decided(
            saidYes.stream().filter(seat.people()::contains).findFirst().orElseThrow())
        : new Opening.Asked(new Seat(seat.group(), others));
  }

  private Optional<Seat> nextRole(Role role, UnitId unit, Set<PersonId> not) {
    for (Role next = NEXT_UP.get(role); next != null; next = NEXT_UP.get(next)) {
      Optional<Seat> seat = seat(groups(next, unit), not, 1);
      if (seat.isPresent()) {
        return seat;
      }
    }
    return Optional.empty();
  }

  private boolean holds(Role role, UnitId unit, PersonId person) {
    return groups(role, unit).stream()
        .findFirst()
        .filter(g -> g.people().contains(person))
        .isPresent();
  }

  private static Optional<Seat> seat(List<Group> groups, Set<PersonId> not, int atLeast) {
    return groups.stream()
        .map(group -> new Seat(group.group(), without(group.people(), not)))
        .filter(seat -> seat.people().size() >= atLeast)
        .findFirst();
  }

  private static List<PersonId> without(List<PersonId> people, Set<PersonId> not) {
    return people.stream().filter(person -> !not.contains(person)).toList();
  }

  private record Group(CandidateGroup group, List<PersonId> people) {}

  // From the request's unit up.
  private List<Group> groups(Role role, UnitId unit) {
    Map<CandidateGroup, List<PersonId>> found = new LinkedHashMap<>();
    holders
        .atOrAbove(role, unit)
        .forEach(
            held ->
                found.computeIfAbsent(held.group(), group -> new ArrayList<>()).add(held.person()));
    return found.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .toList();
  }
}
