package org.verger.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who holds a role, seen from a unit. A vacant role passes up the tree. */
@Component
public class Holders {

  private static final String OF_ROLE =
      """
      SELECT DISTINCT at.id, length(at.path) AS depth
      FROM unit asked
      JOIN unit at ON %s
      JOIN role_holding h ON h.unit_id = at.id AND h.role = ? AND h.until IS NULL
      JOIN person p ON p.id = h.person_id AND p.active
      WHERE asked.id = ? ORDER BY depth
      """;
  private static final String AT_OR_ABOVE =
      OF_ROLE.formatted("starts_with(asked.path, at.path)") + " DESC LIMIT 1";
  private static final String BELOW =
      "SELECT id FROM (SELECT id, depth, min(depth) OVER () AS nearest FROM ("
          + OF_ROLE.formatted("at.path LIKE asked.path || '_%'")
          + ") AS held) AS ranked WHERE depth = nearest ORDER BY id";

  private final JdbcClient jdbc;

  Holders(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The holders of the role at the unit, or at the nearest unit above that has one. */
  @Transactional(readOnly = true)
  public Optional<CandidateGroup> nearest(Role role, UnitId unit) {
    return jdbc.sql(AT_OR_ABOVE)
        .params(role.value(), unit.value())
        .query((row, number) -> group(role, row.getObject("id", UUID.class)))
        .optional();
  }

  /** The holders below the unit, at all units of the highest level that has any. */
  @Transactional(readOnly = true)
  public List<CandidateGroup> below(Role role, UnitId unit) {
    return jdbc.sql(BELOW)
        .params(role.value(), unit.value())
        .query((row, number) -> group(role, row.getObject("id", UUID.class)))
        .list();
  }

  /** The active people who belong to a group. */
  @Transactional(readOnly = true)
  public List<PersonId> members(CandidateGroup group) {
    return jdbc.sql(
            """
            SELECT h.person_id FROM role_holding h JOIN person p ON p.id = h.person_id
            WHERE h.unit_id = ? AND h.role = ? AND h.until IS NULL AND p.active ORDER BY h.since
            """)
        .params(group.unit().value(), group.role().value())
        .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
        .list();
  }

  private static CandidateGroup group(Role role, UUID unit) {
    return new CandidateGroup(role, new UnitId(unit));
  }
}
