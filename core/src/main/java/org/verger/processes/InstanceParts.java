package org.verger.processes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What hangs on the runs about one subject: one statement for each kind, whatever their number. */
final class InstanceParts {

  private static final String RUNS =
      """
      process_instance_key IN
        (SELECT key FROM engine.process_instance WHERE tenant_id = ? AND subject_id = ?)
      """;

  private final Map<Long, List<ElementView>> elements;
  private final Map<Long, List<TimerView>> timers;
  private final Map<Long, List<TaskView>> tasks;

  InstanceParts(JdbcClient jdbc, String tenant, String subject) {
    Reader reader = new Reader(jdbc, tenant, subject);
    elements =
        reader.read(
            "SELECT * FROM engine.element_instance WHERE " + RUNS + " ORDER BY started_at, key",
            Rows::element);
    timers =
        reader.read(
            "SELECT * FROM engine.timer WHERE state = 'open' AND " + RUNS + " ORDER BY due_at",
            Rows::timer);
    tasks =
        reader.read(
            "SELECT * FROM engine.user_task WHERE state = 'open' AND "
                + RUNS
                + " ORDER BY created_at, key",
            row -> Rows.task(row, 0));
  }

  InstanceView of(ResultSet row, int number) throws SQLException {
    long key = row.getLong("key");
    return new InstanceView(
        key,
        row.getString("process_id"),
        row.getInt("version"),
        row.getString("state"),
        elements.getOrDefault(key, List.of()),
        timers.getOrDefault(key, List.of()),
        tasks.getOrDefault(key, List.of()),
        Rows.at(row, "started_at"),
        Rows.maybeAt(row, "ended_at"));
  }

  private interface Part<T> {
    T of(ResultSet row) throws SQLException;
  }

  private record Reader(JdbcClient jdbc, String tenant, String subject) {

    <T> Map<Long, List<T>> read(String sql, Part<T> part) {
      Map<Long, List<T>> byInstance = new HashMap<>();
      jdbc.sql(sql)
          .params(tenant, subject)
          .query(
              row -> {
                byInstance
                    .computeIfAbsent(row.getLong("process_instance_key"), key -> new ArrayList<>())
                    .add(part.of(row));
              });
      return byInstance;
    }
  }
}
