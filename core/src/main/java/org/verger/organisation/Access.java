package org.verger.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.processes.ProcessQueries;

/** What a person may see and decide: the one place that answers it. */
@Component
public class Access {

  private static final Set<Role> SEE_EVERYTHING = Set.of(Role.ADMIN, Role.OPERATOR);

  private final JdbcClient jdbc;
  private final People people;
  private final Units units;
  private final ObjectProvider<SubjectAccess> subjects;
  private final ProcessQueries processes;

  Access(
      JdbcClient jdbc,
      People people,
      Units units,
      ObjectProvider<SubjectAccess> subjects,
      ProcessQueries processes) {
    this.jdbc = jdbc;
    this.people = people;
    this.units = units;
    this.subjects = subjects;
    this.processes = processes;
  }

  /** The groups whose tasks are the person's. */
  @Transactional(readOnly = true)
  public Set<CandidateGroup> groupsOf(PersonId person) {
    return people.rolesOf(person).stream()
        .map(RoleHolding::group)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The units that the person holds a role at, and thereby all below them. */
  @Transactional(readOnly = true)
  public Reach reachOf(PersonId person) {
    List<RoleHolding> roles = people.rolesOf(person);
    if (roles.stream().map(RoleHolding::role).anyMatch(SEE_EVERYTHING::contains)) {
      return Reach.EVERYTHING;
    }
    return roles.isEmpty() ? new Reach(false, List.of()) : new Reach(false, paths(roles));
  }

  /** Whether the unit is within the person's reach. */
  @Transactional(readOnly = true)
  public boolean reaches(PersonId person, UnitId unit) {
    return reachOf(person).covers(units.require(unit));
  }

  /**
   * Whether the person may see a subject: its unit is within reach, an open task about it is
   * theirs, or they did something about it before.
   */
  @Transactional(readOnly = true)
  public boolean reaches(PersonId person, String subjectId) {
    Reach reach = reachOf(person);
    return reach.everything()
        || subjects.stream()
            .anyMatch(
                feature ->
                    feature.unitOf(subjectId).map(units::require).filter(reach::covers).isPresent()
                        || feature.tookPart(person, subjectId))
        || hasTaskAbout(person, subjectId);
  }

  private boolean hasTaskAbout(PersonId person, String subjectId) {
    return processes.openTasksAbout(subjectId).stream()
        .map(task -> task.candidateGroups().stream().map(CandidateGroup::parse).toList())
        .anyMatch(groups -> mayDecide(person, groups));
  }

  /** Whether the person may decide a task that belongs to these groups: a member, or an admin. */
  @Transactional(readOnly = true)
  public boolean mayDecide(PersonId person, Collection<CandidateGroup> groups) {
    return people.rolesOf(person).stream()
        .anyMatch(held -> held.role().equals(Role.ADMIN) || groups.contains(held.group()));
  }

  /**
   * As {@link #mayDecide}, for a use case that must not go on.
   *
   * @throws NotAllowedException when the person may not
   */
  @Transactional(readOnly = true)
  public void requireDecide(PersonId person, Collection<CandidateGroup> groups) {
    if (!mayDecide(person, groups)) {
      throw new NotAllowedException(
          "This task belongs to others: it needs one of the roles "
              + groups.stream().map(g -> g.role().value()).distinct().sorted().toList());
    }
  }

  private List<String> paths(List<RoleHolding> roles) {
    Set<UUID> ids = roles.stream().map(held -> held.unit().value()).collect(Collectors.toSet());
    return jdbc.sql("SELECT path FROM unit WHERE id IN (:ids) ORDER BY path")
        .param("ids", ids)
        .query(String.class)
        .list();
  }
}
