package org.verger.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.paging.Page;
import org.verger.tenants.CurrentTenant;
import org.verger.validation.InvalidInputException;

/** Looks at runs: at those of the bound church, or for the platform's operator at all. */
@Component
public class Runs {

  private static final int MOST = 200;

  private final RunRows rows;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration lateAfter;

  Runs(
      RunRows rows,
      JdbcClient jdbc,
      Clock clock,
      @Value("${verger.batch.late-after:PT4H}") Duration lateAfter) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.clock = clock;
    this.lateAfter = lateAfter;
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
    RunFilter own = new RunFilter(filter.job(), filter.state(), CurrentTenant.require().value());
    return page(own, cursor, limit);
  }

  /**
   * Those of the bound church that match and did not end well, the latest first; of a filter with a
   * state, all in that state.
   */
  @Transactional(readOnly = true)
  public Page<BatchRun> toRestart(RunFilter filter, int limit) {
    RunFilter own = new RunFilter(filter.job(), filter.state(), CurrentTenant.require().value());
    return page(own, filter.state() == null ? RunState.restartable() : List.of(), null, limit);
  }

  /** As {@link #list}, for the churches that the filter names; in no church's name. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Page<BatchRun> ofAllChurches(RunFilter filter, @Nullable String cursor, int limit) {
    return page(filter, cursor, limit);
  }

  private Page<BatchRun> page(RunFilter filter, @Nullable String cursor, int limit) {
    return page(filter, List.of(), cursor, limit);
  }

  private Page<BatchRun> page(
      RunFilter filter, List<RunState> states, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<Object> values = new ArrayList<>();
    StringBuilder where = new StringBuilder("r.seq < ?");
    values.add(before(cursor));
    add(where, values, "r.tenant_id", filter.church());
    add(where, values, "r.job", filter.job());
    RunState state = filter.state();
    add(where, values, "r.state", state == null ? null : state.code());
    if (!states.isEmpty()) {
      where.append(" AND r.state = ANY (?)");
      values.add(states.stream().map(RunState::code).toArray(String[]::new));
    }
    values.add(most + 1);
    return Page.of(
        rows.where(where + " ORDER BY r.seq DESC LIMIT ?", values.toArray()),
        most,
        run -> String.valueOf(run.seq()));
  }

  private static void add(
      StringBuilder where, List<Object> values, String column, @Nullable String value) {
    if (value != null) {
      where.append(" AND ").append(column).append(" = ?");
      values.add(value);
    }
  }

  private static long before(@Nullable String cursor) {
    if (cursor == null || cursor.isBlank()) {
      return Long.MAX_VALUE;
    }
    if (!cursor.matches("[0-9]{1,18}")) {
      throw InvalidInputException.of("cursor", "Send the cursor that came with the page before");
    }
    return Long.parseLong(cursor);
  }

  /** A run of the bound church. */
  @Transactional(readOnly = true)
  public Optional<BatchRun> find(UUID id) {
    return rows.where("r.id = ? AND r.tenant_id = ?", id, CurrentTenant.require().value()).stream()
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
            """
            SELECT count(*) FROM shared.batch_run
            WHERE tenant_id = ? AND state IN ('queued', 'running', 'stopping') AND scheduled_for < ?
            """)
        .params(CurrentTenant.require().value(), Timestamp.from(clock.instant().minus(lateAfter)))
        .query(Long.class)
        .single();
  }

  /** The last lines of the log of a run of the bound church, in their order. */
  @Transactional(readOnly = true)
  public List<LogLine> log(UUID run, int most) {
    return jdbc.sql(
            """
            SELECT * FROM (
              SELECT id, at, level, line FROM shared.batch_run_log WHERE run_id = ?
              ORDER BY id DESC LIMIT ?) AS last
            ORDER BY id
            """)
        .params(run, most)
        .query(
            (row, number) ->
                new LogLine(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("level"),
                    row.getString("line")))
        .list();
  }
}
