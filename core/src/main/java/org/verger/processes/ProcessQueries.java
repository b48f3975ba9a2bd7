package org.verger.processes;

<<<<<<< HEAD
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the engine did for the current church; row-level security hides every other church's. */
@Component
@Transactional(readOnly = true)
public class ProcessQueries {

  private static final String TASK =
      """
      SELECT key, process_id, element_id, subject_id, candidate_groups, due_at, created_at
      FROM engine.user_task WHERE state = 'open' AND subject_id IS NOT NULL
      """;

=======
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.CurrentTenant;

/**
 * What the engine did for the current church, a few milliseconds after it did it. Other churches'
 * runs are not seen: the rows belong to the church's database role.
 */
@Component
public class ProcessQueries {

>>>>>>> engine
  private final JdbcClient jdbc;

  ProcessQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

<<<<<<< HEAD
  /** The instances about a subject, the latest first. */
  public List<InstanceView> instancesOf(String subjectId) {
    Map<Long, InstanceView> found = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT key, process_id, version, state, started_at, ended_at
            FROM engine.process_instance WHERE subject_id = ? ORDER BY started_at DESC, key DESC
            """)
        .param(subjectId)
        .query(ProcessQueries::bare)
        .list()
        .forEach(instance -> found.put(instance.key(), instance));
    if (found.isEmpty()) {
      return List.of();
    }
    Map<Long, List<ElementView>> elements = elements(found.keySet());
    Map<Long, List<TimerView>> timers = timers(found.keySet());
    return found.values().stream()
        .map(
            i ->
                new InstanceView(
                    i.key(),
                    i.processId(),
                    i.version(),
                    i.state(),
                    i.startedAt(),
                    i.endedAt(),
                    elements.getOrDefault(i.key(), List.of()),
                    timers.getOrDefault(i.key(), List.of())))
        .toList();
  }

  /** The model of a version, as it was deployed. */
  public Optional<String> model(String processId, int version) {
    return jdbc.sql(
            "SELECT xml FROM engine.process_definition WHERE process_id = ? AND version = ?")
=======
  /** All runs about {@code subject}, the newest first. */
  @Transactional(readOnly = true)
  public List<InstanceView> instancesAbout(String subject) {
    String tenant = CurrentTenant.require().value();
    InstanceParts parts = new InstanceParts(jdbc, tenant, subject);
    return jdbc.sql(
            """
            SELECT * FROM engine.process_instance WHERE tenant_id = ? AND subject_id = ?
            ORDER BY started_at DESC, key DESC
            """)
        .params(tenant, subject)
        .query(parts::of)
        .list();
  }

  /** The BPMN of a version of a process, if the engine has it. */
  @Transactional(readOnly = true)
  public Optional<String> diagram(String processId, int version) {
    return jdbc.sql(
            """
            SELECT xml FROM engine.process_definition WHERE process_id = ? AND version = ?
            ORDER BY key DESC LIMIT 1
            """)
>>>>>>> engine
        .params(processId, version)
        .query(String.class)
        .optional();
  }

<<<<<<< HEAD
  /** The open tasks about a subject, the oldest first. */
  public List<TaskView> openTasksOf(String subjectId) {
    return jdbc.sql(TASK + " AND subject_id = ? ORDER BY created_at, key")
        .param(subjectId)
        .query(ProcessQueries::task)
        .list();
  }

  /** The open tasks that one of the groups may decide, the most urgent first. */
  public List<TaskView> openTasksFor(Set<String> candidateGroups, int most) {
    return jdbc.sql(
            TASK + " AND candidate_groups && ? ORDER BY due_at NULLS LAST, created_at, key LIMIT ?")
        .params(candidateGroups.toArray(String[]::new), most)
        .query(ProcessQueries::task)
        .list();
  }

  /** All open tasks of the church, the most urgent first. */
  public List<TaskView> openTasks(int most) {
    return jdbc.sql(TASK + " ORDER BY due_at NULLS LAST, created_at, key LIMIT ?")
        .param(most)
        .query(ProcessQueries::task)
        .list();
  }

  /** An open task, if it is one of this church. */
  public Optional<TaskView> openTask(long key) {
    return jdbc.sql(TASK + " AND key = ?").param(key).query(ProcessQueries::task).optional();
  }

  private Map<Long, List<ElementView>> elements(Set<Long> instances) {
    Map<Long, List<ElementView>> byInstance = new HashMap<>();
    jdbc.sql(
            """
            SELECT process_instance_key, element_id, element_type, state, started_at, ended_at
            FROM engine.element_instance WHERE process_instance_key IN (:keys)
            ORDER BY started_at, key
            """)
        .param("keys", instances)
        .query(
            row -> {
              byInstance
                  .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                  .add(
                      new ElementView(
                          row.getString("element_id"),
                          row.getString("element_type"),
                          row.getString("state"),
                          row.getTimestamp("started_at").toInstant(),
                          instantOrNull(row, "ended_at")));
            });
    return byInstance;
  }

  private Map<Long, List<TimerView>> timers(Set<Long> instances) {
    Map<Long, List<TimerView>> byInstance = new HashMap<>();
    jdbc.sql(
            """
            SELECT process_instance_key, element_id, due_at FROM engine.timer
            WHERE state = 'open' AND process_instance_key IN (:keys) ORDER BY due_at, key
            """)
        .param("keys", instances)
        .query(
            row -> {
              byInstance
                  .computeIfAbsent(row.getLong(1), key -> new ArrayList<>())
                  .add(
                      new TimerView(
                          row.getString("element_id"), row.getTimestamp("due_at").toInstant()));
            });
    return byInstance;
  }

  private static InstanceView bare(ResultSet row, int number) throws SQLException {
    return new InstanceView(
        row.getLong("key"),
        row.getString("process_id"),
        row.getInt("version"),
        row.getString("state"),
        row.getTimestamp("started_at").toInstant(),
        instantOrNull(row, "ended_at"),
        List.of(),
        List.of());
  }

  private static TaskView task(ResultSet row, int number) throws SQLException {
    return new TaskView(
        row.getLong("key"),
        row.getString("process_id"),
        row.getString("element_id"),
        row.getString("subject_id"),
        Set.of((String[]) row.getArray("candidate_groups").getArray()),
        instantOrNull(row, "due_at"),
        row.getTimestamp("created_at").toInstant());
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
=======
  /** The open tasks that any of the groups may take, the most urgent first. */
  @Transactional(readOnly = true)
  public List<TaskView> openTasksFor(Collection<String> candidateGroups) {
    return jdbc.sql(
            """
            SELECT * FROM engine.user_task
            WHERE tenant_id = ? AND state = 'open' AND candidate_groups && ?::text[]
            ORDER BY due_at NULLS LAST, key
            """)
        .params(CurrentTenant.require().value(), candidateGroups.toArray(String[]::new))
        .query(Rows::task)
        .list();
  }

  /** The open tasks about {@code subject}, the oldest first. */
  @Transactional(readOnly = true)
  public List<TaskView> openTasksAbout(String subject) {
    return jdbc.sql(
            """
            SELECT * FROM engine.user_task
            WHERE tenant_id = ? AND subject_id = ? AND state = 'open' ORDER BY created_at, key
            """)
        .params(CurrentTenant.require().value(), subject)
        .query(Rows::task)
        .list();
  }

  /** The task with this key, if it is open. */
  @Transactional(readOnly = true)
  public Optional<TaskView> openTask(long key) {
    return jdbc.sql(
            "SELECT * FROM engine.user_task WHERE tenant_id = ? AND key = ? AND state = 'open'")
        .params(CurrentTenant.require().value(), key)
        .query(Rows::task)
        .optional();
  }

  /** The places where a run waits for a person to mend something, the oldest first. */
  @Transactional(readOnly = true)
  public List<IncidentView> openIncidents() {
    return jdbc.sql(
            """
            SELECT i.*, p.process_id, p.subject_id
            FROM engine.incident i JOIN engine.process_instance p ON p.key = i.process_instance_key
            WHERE p.tenant_id = ? AND i.state = 'open' ORDER BY i.created_at, i.key
            """)
        .param(CurrentTenant.require().value())
        .query(Rows::incident)
        .list();
>>>>>>> engine
  }
}
