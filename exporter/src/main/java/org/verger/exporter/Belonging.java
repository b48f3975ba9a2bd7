package org.verger.exporter;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which church an instance belongs to and whom it is about. The variables that say so may come
 * before or after the instance, and in another batch; a called instance without them inherits.
 */
final class Belonging {

  static final String TENANT = "tenantId";
  static final String SUBJECT = "subjectId";

  private static final String SETTLE_INSTANCES =
      """
      WITH found AS (
        SELECT i.key, coalesce(t.value #>> '{}', p.tenant_id) AS tenant_id,
          coalesce(s.value #>> '{}', p.subject_id) AS subject_id
        FROM engine.process_instance i
        LEFT JOIN engine.variable t ON t.scope_key = i.key AND t.name = 'tenantId'
        LEFT JOIN engine.variable s ON s.scope_key = i.key AND s.name = 'subjectId'
        LEFT JOIN engine.process_instance p ON p.key = i.parent_key
        WHERE i.key = ANY (?))
      UPDATE engine.process_instance i
      SET tenant_id = found.tenant_id, subject_id = found.subject_id FROM found
      WHERE i.key = found.key
        AND (i.tenant_id, i.subject_id) IS DISTINCT FROM (found.tenant_id, found.subject_id)
      RETURNING i.key
      """;

  private static final String SETTLE_TASKS =
      """
      UPDATE engine.user_task t SET tenant_id = i.tenant_id, subject_id = i.subject_id
      FROM engine.process_instance i
      WHERE i.key = t.process_instance_key AND t.process_instance_key = ANY (?)
      RETURNING t.key
      """;

  private Belonging() {}

  /** Looks up again whom these instances belong to; a caller may be among them, before or after. */
  static void settle(Connection connection, Collection<Long> instances) throws SQLException {
    List<Long> changed = update(connection, SETTLE_INSTANCES, instances);
    while (!changed.isEmpty()) {
      update(connection, SETTLE_TASKS, changed);
      changed = update(connection, SETTLE_INSTANCES, instances);
    }
  }

  private static List<Long> update(Connection connection, String sql, Collection<Long> keys)
      throws SQLException {
    List<Long> changed = new ArrayList<>();
    if (keys.isEmpty()) {
      return changed;
    }
    Array array = connection.createArrayOf("bigint", keys.toArray());
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, array);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          changed.add(rows.getLong(1));
        }
      }
    }
    return changed;
  }
}
