package org.verger.batch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.paging.Page;
import org.verger.tenants.CurrentTenant;
import org.verger.validation.InvalidInputException;

/** Looks at the runs of the bound church. */
@Component
public class Runs {

  private final RunRows rows;
  private final RunList list;
  private final JdbcClient jdbc;

  Runs(RunRows rows, RunList list, JdbcClient jdbc) {
    this.rows = rows;
    this.list = list;
    this.jdbc = jdbc;
  }

  /** A line of a run's log. */
  public record LogLine(long id, Instant at, String level, String line) {}

  /**
   * Runs of the bound church, the latest first.
   *
   * @param cursor that of the page before; null for the first
   * @throws InvalidInputException when the cursor is none of ours
   */
  @Transactional(readOnly = true)
  public Page<BatchRun> list(RunFilter filter, @Nullable String cursor, int limit) {
    RunFilter own = filter.of(CurrentTenant.require());
    return list.page(own, cursor, limit);
  }

  /** Whether any run of the bound church that matches can be restarted. */
  @Transactional(readOnly = true)
  public boolean anyToRestart(RunFilter filter) {
    return list.retriable(filter.of(CurrentTenant.require()), 1).items().stream()
        .anyMatch(run -> RunState.restartable().contains(run.state()));
  }

  /** A run of the bound church. */
  @Transactional(readOnly = true)
  public Optional<BatchRun> find(UUID id) {
    return rows.where("r.id = ? AND r.tenant_id = ?", id, CurrentTenant.require().value()).stream()
        .findFirst();
  }

  /** The run of the bound church that was asked for with a job and a key. */
  @Transactional(readOnly = true)
  public Optional<BatchRun> find(String job, String key) {
    return rows
        .where(
            "r.tenant_id = ? AND r.job = ? AND r.key = ?",
            CurrentTenant.require().value(),
            job,
            key)
        .stream()
        .findFirst();
  }

  /**
   * A run of the bound church.
   *
   * @throws UnknownRunException when there is none
   */
  @Transactional(readOnly = true)
  public BatchRun require(UUID id) {
    return find(id).orElseThrow(() -> new UnknownRunException(id));
  }

  /** The latest run of each job of the bound church. */
  @Transactional(readOnly = true)
  public List<BatchRun> latest() {
    return rows.where(
        """
        r.tenant_id = ? AND r.seq IN (
          SELECT max(l.seq) FROM shared.batch_run l WHERE l.tenant_id = ? GROUP BY l.job)
        """,
        CurrentTenant.require().value(),
        CurrentTenant.require().value());
  }

  /** What waits or runs in the bound church, the oldest first. */
  @Transactional(readOnly = true)
  public List<BatchRun> current() {
    return rows.where(
        "r.tenant_id = ? AND r.state IN ('queued', 'running', 'stopping') ORDER BY r.seq LIMIT 50",
        CurrentTenant.require().value());
  }

  /** How many runs of the bound church are in a state. */
  @Transactional(readOnly = true)
  public long count(RunState state) {
    return jdbc.sql("SELECT count(*) FROM shared.batch_run WHERE tenant_id = ? AND state = ?")
        .params(CurrentTenant.require().value(), state.code())
        .query(Long.class)
        .single();
  }

  /** How many runs of the bound church were to be done by now, and are not. */
  @Transactional(readOnly = true)
  public long countLate() {
    return jdbc.sql(
            "SELECT count(*) FROM shared.batch_run r WHERE r.tenant_id = ? AND " + RunList.LATE)
        .params(CurrentTenant.require().value(), list.lateBefore())
        .query(Long.class)
        .single();
  }

  /** The last lines of the log of a run of the bound church, in their order. */
  @Transactional(readOnly = true)
  public List<LogLine> log(UUID run, int most) {
    return list.log(run, most);
  }
}
