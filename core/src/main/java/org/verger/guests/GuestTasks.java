package org.verger.guests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.Access;
import org.verger.processes.Processes;

/** The decisions on tasks: each task once, by somebody who may. */
@Component
class GuestTasks {

  private final JdbcClient jdbc;
  private final Access access;
  private final Processes processes;
  private final Clock clock;

  GuestTasks(JdbcClient jdbc, Access access, Processes processes, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.processes = processes;
    this.clock = clock;
  }

  /**
   * Keeps the decision and completes the task, in the transaction that is open.
   *
   * @return false when the task was decided before; then nothing was done
   */
  boolean decide(GuestTask task, ActivityKind kind, String outcome, Record variables) {
    access.requireDecide(task.by(), task.groups());
    int added =
        jdbc.sql(
                """
                INSERT INTO guest_task (task_key, guest_id, kind, outcome, person_id, at)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (task_key) DO NOTHING
                """)
            .param(task.key())
            .param(task.guest().value())
            .param(kind.code())
            .param(outcome)
            .param(task.by().value())
            .param(Timestamp.from(Instant.now(clock)))
            .update();
    if (added > 0) {
      processes.completeTask(task.key(), task.guest().toString(), variables);
    }
    return added > 0;
  }
}
