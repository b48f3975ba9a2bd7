package org.verger.batch.runner;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/**
 * Writes down how far the runs of this process have come, which also tells that it lives, and hears
 * whether they should stop.
 */
@Component
@RunsInRole(RunsInRole.BATCH)
class RunBook {

  private final JdbcClient jdbc;
  private final NodeName node;
  private final Map<UUID, ActiveRun> active = new ConcurrentHashMap<>();

  RunBook(JdbcClient jdbc, NodeName node) {
    this.jdbc = jdbc;
    this.node = node;
  }

  void open(ActiveRun run) {
    active.put(run.id(), run);
  }

  /** Writes the last of it. */
  void close(ActiveRun run) {
    active.remove(run.id());
    write(run);
  }

  /** Writes down all of them. */
  void writeAll() {
    active.values().forEach(this::write);
  }

  /** Asks all of them to end early. */
  void leaveAll() {
    active.values().forEach(run -> run.stop(ActiveRun.Stop.LEAVING));
  }

  // The beat and the end of a run may come together, and lines must keep their order.
  private synchronized void write(ActiveRun run) {
    Optional<String> state = writeCounts(run);
    if (state.isEmpty()) {
      run.stop(ActiveRun.Stop.LOST);
      return;
    }
    if (state.get().equals("stopping")) {
      run.stop(ActiveRun.Stop.ASKED);
    }
    List<ActiveRun.Line> lines = run.takeLines();
    if (!lines.isEmpty()) {
      writeLines(run.id(), lines);
    }
  }

  private Optional<String> writeCounts(ActiveRun run) {
    ClaimedRun.Counts counts = run.counts();
    return jdbc.sql(
            """
            UPDATE shared.batch_run SET heartbeat = now(), step = ?,
              job_execution_id = coalesce(?, job_execution_id),
              total = ?, read = ?, written = ?, skipped = ?, rejected = ?
            WHERE id = ? AND node = ? AND attempts = ? AND state IN ('running', 'stopping')
            RETURNING state
            """)
        .param(run.step())
        .param(run.execution())
        .param(counts.total())
        .param(counts.read())
        .param(counts.written())
        .param(counts.skipped())
        .param(counts.rejected())
        .param(run.id())
        .param(node.value())
        .param(run.claimed().attempt())
        .query(String.class)
        .optional();
  }

  private void writeLines(UUID run, List<ActiveRun.Line> lines) {
    jdbc.sql(
            """
            INSERT INTO shared.batch_run_log (run_id, at, level, line)
            SELECT ?, l.* FROM unnest(?, ?, ?) AS l (at, level, line)
            """)
        .param(run)
        .param(lines.stream().map(line -> Timestamp.from(line.at())).toArray(Timestamp[]::new))
        .param(lines.stream().map(ActiveRun.Line::level).toArray(String[]::new))
        .param(lines.stream().map(ActiveRun.Line::text).toArray(String[]::new))
        .update();
  }
}
