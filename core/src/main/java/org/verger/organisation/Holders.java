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

  /** All who hold the role at the unit or above it, those of the nearest unit first. */
  @Transactional(readOnly = true)
  public List<RoleHolding> atOrAbove(Role role, UnitId unit) {
    return jdbc.sql(
            """
            SELECT h.person_id, h.unit_id
            FROM unit asked
            JOIN unit above ON starts_with(asked.path, above.path)
            JOIN role_holding h ON h.unit_id = above.id AND h.role = ? AND h.until IS NULL
            JOIN person p ON p.id = h.person_id AND p.active
            WHERE asked.id = ? ORDER BY length(above.path) DESC, h.since, h.person_id
            """)
        .params(role.value(), unit.value())
        .query(
            (row, number) ->
                new RoleHolding(
                    new PersonId(row.getObject("person_id", UUID.class)),
                    role,
                    new UnitId(row.getObject("unit_id", UUID.class))))
        .list();
  }

  private static CandidateGroup group(Role role, UUID unit) {
    return new CandidateGroup(role, new UnitId(unit));
  }
}
