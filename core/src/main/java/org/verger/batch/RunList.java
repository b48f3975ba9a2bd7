package org.verger.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.paging.Page;
import org.verger.validation.InvalidInputException;

/** Lists of runs, the latest first, in whatever role the caller has. */
@Component
class RunList {

  static final String LATE =
      "(r.state IN ('queued', 'running', 'stopping') AND r.scheduled_for < ?)";

  // As the index of such runs says it.
  static final String OPEN = "r.state IN ('queued', 'running', 'stopping', 'failed', 'held')";

  /** How many at once. */
  static final int MOST = 200;

  private final RunRows rows;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Duration lateAfter;

  RunList(
      RunRows rows,
      JdbcClient jdbc,
      Clock clock,
      @Value("${verger.batch.late-after:PT4H}") Duration lateAfter) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.clock = clock;
    this.lateAfter = lateAfter;
  }

  /** A condition on {@code r} that grows, with its values. */
  private static final class Condition {

    private final StringBuilder text = new StringBuilder("TRUE");
    private final List<Object> values = new ArrayList<>();

    Condition and(String more, Object... its) {
      text.append(" AND ").append(more);
      values.addAll(List.of(its));
      return this;
    }

    Condition andIf(@Nullable String value, String more) {
      return value == null ? this : and(more, value);
    }
  }

  /** What was due before this and is not done is late. */
  Timestamp lateBefore() {
    return Timestamp.from(clock.instant().minus(lateAfter));
  }

  Page<BatchRun> page(RunFilter filter, @Nullable String cursor, int limit) {
    return page(matching(filter), cursor, limit);
  }

  /** Of those that match, what needs nobody: neither failed nor held nor late. */
  Page<BatchRun> untroubled(RunFilter filter, @Nullable String cursor, int limit) {
    return page(
        matching(filter)
            .and("r.state NOT IN ('failed', 'held')")
            .and("NOT coalesce(" + LATE + ", false)", lateBefore()),
        cursor,
        limit);
  }

  private Page<BatchRun> page(Condition condition, @Nullable String cursor, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    return Page.of(
        read(condition.and("r.seq < ?", before(cursor)), most + 1),
        most,
        run -> String.valueOf(run.seq()));
  }

  /** Of those that match, what failed, is held or late. */
  List<BatchRun> troubled(RunFilter filter, int most) {
    return read(
        matching(filter)
            .and(OPEN)
            .and("(r.state IN ('failed', 'held') OR " + LATE + ")", lateBefore()),
        most);
  }

  /** Of those that match, what a restart may be asked of; with a state, all that are in it. */
  Page<BatchRun> retriable(RunFilter filter, int most) {
    Condition condition = matching(filter);
    return page(
        filter.state() == null && !filter.late()
            ? condition.and("r.state = ANY (?)", (Object) restartable())
            : condition,
        null,
        most);
  }

  private static String[] restartable() {
    return RunState.restartable().stream().map(RunState::code).toArray(String[]::new);
  }

  private List<BatchRun> read(Condition condition, int most) {
    return rows.where(
        condition.text + " ORDER BY r.seq DESC LIMIT " + most, condition.values.toArray());
  }

  private Condition matching(RunFilter filter) {
    RunState state = filter.state();
    Condition condition =
        new Condition()
            .andIf(filter.church(), "r.tenant_id = ?")
            .andIf(filter.job(), "r.job = ?")
            .andIf(state == null ? null : state.code(), "r.state = ?");
    return filter.late() ? condition.and(LATE, lateBefore()) : condition;
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

  /** The last lines of the log of a run that the caller's role may see, in their order. */
  List<Runs.LogLine> log(UUID run, int most) {
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
                new Runs.LogLine(
                    row.getLong("id"),
                    row.getTimestamp("at").toInstant(),
                    row.getString("level"),
                    row.getString("line")))
        .list();
  }
}
