package org.verger.processes;

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

  private final JdbcClient jdbc;

  ProcessQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

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
        .params(processId, version)
        .query(String.class)
        .optional();
  }

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

  /**
   * The open task about {@code subject} that was created with this value in a variable of its own.
   *
   * @param variable one that is exported
   */
  @Transactional(readOnly = true)
  public Optional<Long> openTaskWith(String subject, String variable, String value) {
    return jdbc.sql(
            """
            SELECT t.key FROM engine.user_task t
            JOIN engine.variable v ON v.scope_key = t.element_instance_key AND v.name = ?
            WHERE t.tenant_id = ? AND t.subject_id = ? AND t.state = 'open'
              AND v.value #>> '{}' = ?
            ORDER BY t.key DESC LIMIT 1
            """)
        .params(variable, CurrentTenant.require().value(), subject, value)
        .query(Long.class)
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
  }

  /** Those of the runs about {@code subject}, the oldest first. */
  @Transactional(readOnly = true)
  public List<IncidentView> openIncidentsAbout(String subject) {
    return jdbc.sql(
            """
            SELECT i.*, p.process_id, p.subject_id
            FROM engine.process_instance p
            JOIN engine.incident i ON i.process_instance_key = p.key AND i.state = 'open'
            WHERE p.tenant_id = ? AND p.subject_id = ? ORDER BY i.created_at, i.key
            """)
        .params(CurrentTenant.require().value(), subject)
        .query(Rows::incident)
        .list();
  }
}
