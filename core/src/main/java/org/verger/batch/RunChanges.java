package org.verger.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.paging.Page;

/**
 * Changes the rows of runs. Only the login may, so no transaction of a church is open then; each
 * change is one statement, which does nothing to a run that is in another state by then.
 */
@Component
class RunChanges {

  private final RunRows rows;
  private final JdbcClient jdbc;
  private final Clock clock;

  RunChanges(RunRows rows, JdbcClient jdbc, Clock clock) {
    this.rows = rows;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Does what was asked of a run.
   *
   * @throws RunNotChangedException when its state does not allow that
   */
  void apply(RunVerb verb, BatchRun run) {
    JdbcClient.StatementSpec update =
        jdbc.sql(verb.update()).param("id", run.id()).param("church", run.tenant().value());
    if (verb.update().contains(":now")) {
      update = update.param("now", Timestamp.from(clock.instant()));
    }
    if (verb.update().contains(":stale")) {
      update = update.param("stale", rows.stale().toMillis());
    }
    if (update.update() == 0) {
      throw refused(verb, rows.where("r.id = ?", run.id()).getFirst());
    }
  }

  private static RunNotChangedException refused(RunVerb verb, BatchRun run) {
    boolean alive = verb == RunVerb.RECOVER && !run.state().isOver();
    return new RunNotChangedException(
        alive
            ? "Its process is alive: stop the run instead"
            : "A run that is %s cannot be asked to %s".formatted(run.state().code(), verb.code()));
  }

  /**
   * What became of one of several.
   *
   * @param problem why nothing was done; null when it was
   */
  record Outcome(BatchRun run, @Nullable String problem) {}

  /** Restarts each of several and says what became of it. */
  static Retries<Outcome> retry(Page<BatchRun> some, Consumer<UUID> restart) {
    return new Retries<>(some.items(), some.next() != null)
        .map(run -> new Outcome(run, problem(run, restart)));
  }

  private static @Nullable String problem(BatchRun run, Consumer<UUID> restart) {
    try {
      restart.accept(run.id());
      return null;
    } catch (RunNotChangedException refused) {
      return refused.getMessage();
    }
  }
}
