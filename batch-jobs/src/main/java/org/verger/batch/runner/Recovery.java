package org.verger.batch.runner;

import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** Frees runs whose process has died, so that another goes on with them from where they failed. */
@Component
@RunsInRole(RunsInRole.BATCH)
class Recovery {

  private static final Logger log = LoggerFactory.getLogger(Recovery.class);

  private static final String FREE =
      """
      WITH freed AS (
        UPDATE shared.batch_run
        SET node = NULL, step = NULL, ended_at = ?, state = CASE
            WHEN state = 'stopping' THEN 'stopped'
            WHEN attempts >= ? THEN 'failed' ELSE 'queued' END,
          message = CASE WHEN attempts >= ?
            THEN 'Its process died ' || attempts || ' times while it ran' END
        WHERE state IN ('running', 'stopping') AND (%s)
        RETURNING id, state)
      INSERT INTO shared.batch_run_log (run_id, at, level, line)
      SELECT id, ?, 'error', CASE state
        WHEN 'queued' THEN 'The process that ran it is gone; it goes on from the step it was in'
        ELSE 'The process that ran it is gone' END
      FROM freed
      """;

  private final JdbcClient jdbc;
  private final RunnerSettings settings;
  private final NodeName node;
  private final Clock clock;

  Recovery(JdbcClient jdbc, RunnerSettings settings, NodeName node, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.node = node;
    this.clock = clock;
  }

  /** At the start: what this process worked on when it died. */
  void freeOwn() {
    if (node.stays()) {
      free("node = ?", node.value());
    }
  }

  /** What no process has written about for too long. */
  void freeStale() {
    free("heartbeat < now() - ? * interval '1 millisecond'", settings.stale().toMillis());
  }

  private void free(String which, Object value) {
    Timestamp now = Timestamp.from(clock.instant());
    int freed =
        jdbc.sql(FREE.formatted(which))
            .params(now, settings.attempts(), settings.attempts(), value, now)
            .update();
    if (freed > 0) {
      log.warn("{} batch runs were left by a process that is gone", freed);
    }
  }
}
