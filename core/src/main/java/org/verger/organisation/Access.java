package org.verger.organisation;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.processes.ProcessQueries;

/** What a person may see and decide: the one place that answers it. */
@Component
public class Access {

  // A right for a region or campus counts from the nearest such unit at or above the holding's.
  private static final String GRANTS =
      """
      SELECT r.extent, coalesce(
        (SELECT above.path FROM unit above
         WHERE starts_with(u.path, above.path)
           AND above.level = CASE r.extent WHEN 'region' THEN 'regional' WHEN 'campus' THEN 'campus' END),
        u.path) AS path
      FROM role_holding h
      JOIN person p ON p.id = h.person_id AND p.active
      JOIN unit u ON u.id = h.unit_id
      JOIN role_right r ON r.role = h.role AND r.area = ?
      WHERE h.person_id = ? AND h.until IS NULL
        AND r.extent IN ('full', 'region', 'campus', 'group')
      """;

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

  /** How far the person's rights in an area reach, by all roles they hold. */
  @Transactional(readOnly = true)
  public Reach reachOf(PersonId person, Area area) {
    List<Grant> grants =
        jdbc.sql(GRANTS).params(area.code(), person.value()).query(Grant.class).list();
    return grants.stream().anyMatch(grant -> grant.extent().equals(Extent.FULL.code()))
        ? Reach.EVERYTHING
        : new Reach(false, grants.stream().map(Grant::path).distinct().sorted().toList());
  }

  private record Grant(String extent, String path) {}

  /**
   * Whether the person has any right in an area, be it a limited one. Where the whole church is
   * concerned, such people look and do not act.
   */
  @Transactional(readOnly = true)
  public boolean mayLook(PersonId person, Area area) {
    return widestOf(person).containsKey(area);
  }

  /**
   * How far the person's rights reach at most, by area; an area in which they have none is left
   * out.
   */
  @Transactional(readOnly = true)
  public Map<Area, Extent> widestOf(PersonId person) {
    Map<Area, Extent> widest = new EnumMap<>(Area.class);
    jdbc.sql(
            """
            SELECT DISTINCT r.area, r.extent FROM role_holding h
            JOIN person p ON p.id = h.person_id AND p.active
            JOIN role_right r ON r.role = h.role AND r.extent <> 'none'
            WHERE h.person_id = ? AND h.until IS NULL
            """)
        .param(person.value())
        .query(
            row -> {
              widest.merge(
                  Area.of(row.getString("area")).orElseThrow(),
                  Extent.of(row.getString("extent")).orElseThrow(),
                  BinaryOperator.minBy(Comparator.naturalOrder()));
            });
    return widest;
  }

  /** Who has full rights in an area: those who look after it for the whole church. */
  @Transactional(readOnly = true)
  public List<PersonId> inChargeOf(Area area) {
    return jdbc.sql(
            """
            SELECT DISTINCT h.person_id FROM role_holding h
            JOIN person p ON p.id = h.person_id AND p.active
            JOIN role_right r ON r.role = h.role AND r.area = ? AND r.extent = 'full'
            WHERE h.until IS NULL ORDER BY h.person_id
            """)
        .param(area.code())
        .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
        .list();
  }

  /** Whose rights in an area reach some unit. */
  @Transactional(readOnly = true)
  public List<PersonId> whoReach(Area area) {
    return jdbc.sql(
            """
            SELECT DISTINCT h.person_id FROM role_holding h
            JOIN person p ON p.id = h.person_id AND p.active
            JOIN role_right r ON r.role = h.role AND r.area = ?
              AND r.extent IN ('full', 'region', 'campus', 'group')
            WHERE h.until IS NULL ORDER BY h.person_id
            """)
        .param(area.code())
        .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
        .list();
  }

  /** Whether the person's rights in an area reach a unit. */
  @Transactional(readOnly = true)
  public boolean reaches(PersonId person, Area area, UnitId unit) {
    return reachOf(person, area).covers(units.require(unit));
  }

  /**
   * For a use case that must not go on.
   *
   * @throws NotAllowedException when the person's rights in the area do not reach the unit
   */
  @Transactional(readOnly = true)
  public void require(PersonId person, Area area, UnitId unit) {
    if (!reaches(person, area, unit)) {
      throw new NotAllowedException(
          "Your roles give you no right to this (area %s) at %s"
              .formatted(area.code(), units.require(unit).name()));
    }
  }

  /**
   * For a use case that concerns the whole church.
   *
   * @throws NotAllowedException when the person's rights in the area are not full
   */
  @Transactional(readOnly = true)
  public void requireEverywhere(PersonId person, Area area) {
    if (!reachOf(person, area).everything()) {
      throw new NotAllowedException(
          "This concerns the whole church and needs full rights (area %s)".formatted(area.code()));
    }
  }

  /**
   * Whether the person may see a subject: its unit is within reach, an open task about it is
   * theirs, or they did something about it before.
   */
  @Transactional(readOnly = true)
  public boolean reaches(PersonId person, String subjectId) {
    return subjects.stream().anyMatch(feature -> reaches(person, subjectId, feature))
        || hasTaskAbout(person, subjectId);
  }

  private boolean reaches(PersonId person, String subjectId, SubjectAccess feature) {
    return feature
        .placeOf(subjectId)
        .filter(place -> covers(person, place) || feature.tookPart(person, subjectId))
        .isPresent();
  }

  private boolean covers(PersonId person, SubjectAccess.Place place) {
    Reach reach = reachOf(person, place.area());
    UnitId unit = place.unit();
    return reach.everything() || (unit != null && reach.covers(units.require(unit)));
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
}
