package org.verger.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;
import org.verger.tenants.CurrentTenant;

/**
 * What people who look after the whole church's system do with its runs. Who did so is in the audit
 * log before it happens; the row itself only the login may change, so it is changed after that
 * transaction, and only if it is still in a state from which that can be done.
 */
@Component
public class ControlRuns {

  private static final int MOST_AT_ONCE = 200;

  private final RunRows rows;
  private final Runs runs;
  private final Access access;
  private final Audit audit;
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final Clock clock;

  ControlRuns(
      RunRows rows,
      Runs runs,
      Access access,
      Audit audit,
      TransactionTemplate transactions,
      JdbcClient jdbc,
      Clock clock) {
    this.rows = rows;
    this.runs = runs;
    this.access = access;
    this.audit = audit;
    this.transactions = transactions;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What became of one of several.
   *
   * @param problem why it was not taken up again; null when it was
   */
  public record Retried(UUID run, String job, String key, @Nullable String problem) {}

  /**
   * What became of several.
   *
   * @param more whether others match that were too many to be restarted at once
   */
  public record Retries(List<Retried> items, boolean more) {

    public Retries {
      items = List.copyOf(items);
    }
  }

  /**
   * Lets a run end as soon as it can; one that waits is stopped at once. It can be restarted.
   *
   * @throws NotAllowedException when the person's rights do not suffice
   * @throws UnknownRunException when the church has no such run
   * @throws RunNotChangedException when it is over
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void stop(PersonId by, UUID run) {
    change(
        by,
        run,
        "stop",
        """
        UPDATE shared.batch_run
        SET state = CASE state WHEN 'queued' THEN 'stopped' ELSE 'stopping' END,
          ended_at = CASE state WHEN 'queued' THEN ?::timestamptz END
        WHERE id = ? AND tenant_id = ? AND state IN ('queued', 'running')
        """,
        now());
  }

  /**
   * Lets a run go on from the step that it was in.
   *
   * @throws RunNotChangedException when it did not stop, fail or wait for somebody
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void restart(PersonId by, UUID run) {
    change(
        by,
        run,
        "restart",
        """
        UPDATE shared.batch_run
        SET state = 'queued', attempts = 0, restarts = restarts + 1, message = NULL,
          ended_at = NULL, told_end_at = NULL, told_late_at = NULL
        WHERE id = ? AND tenant_id = ? AND state IN ('stopped', 'failed', 'held')
        """);
  }

  /**
   * Gives a run up for good: nothing runs for its job and key any more.
   *
   * @throws RunNotChangedException when it runs or has completed
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void abandon(PersonId by, UUID run) {
    change(
        by,
        run,
        "abandon",
        """
        UPDATE shared.batch_run SET state = 'abandoned', ended_at = coalesce(ended_at, ?)
        WHERE id = ? AND tenant_id = ? AND state IN ('queued', 'stopped', 'failed', 'held')
        """,
        now());
  }

  /**
   * Takes a run away from a process that is gone; what happens by itself a little later.
   *
   * @throws RunNotChangedException when its process is alive, or it does not run
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void recover(PersonId by, UUID run) {
    change(
        by,
        run,
        "recover",
        """
        UPDATE shared.batch_run
        SET state = CASE state WHEN 'stopping' THEN 'stopped' ELSE 'queued' END,
          node = NULL, step = NULL
        WHERE heartbeat < now() - ? * interval '1 millisecond'
          AND id = ? AND tenant_id = ? AND state IN ('running', 'stopping')
        """,
        rows.stale().toMillis());
  }

  /**
   * Restarts the runs of the church that match and did not end well, the latest 200 of them.
   *
   * @return what became of each
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Retries retry(PersonId by, RunFilter filter) {
    access.requireEverywhere(by, Area.SYSTEM);
    Page<BatchRun> matching = runs.toRestart(filter, MOST_AT_ONCE);
    return new Retries(
        matching.items().stream().map(run -> retry(by, run)).toList(), matching.next() != null);
  }

  private Retried retry(PersonId by, BatchRun run) {
    try {
      restart(by, run.id());
      return new Retried(run.id(), run.job(), run.key(), null);
    } catch (RunNotChangedException refused) {
      return new Retried(run.id(), run.job(), run.key(), refused.getMessage());
    }
  }

  private void change(PersonId by, UUID id, String verb, String update, Object... values) {
    transactions.executeWithoutResult(open -> announce(by, id, verb));
    List<Object> all = new ArrayList<>(List.of(values));
    all.add(id);
    all.add(CurrentTenant.require().value());
    if (jdbc.sql(update).params(all).update() == 0) {
      throw refused(verb, runs.require(id));
    }
  }

  private void announce(PersonId by, UUID id, String verb) {
    access.requireEverywhere(by, Area.SYSTEM);
    BatchRun run = runs.require(id);
    audit.record(
        "batch-" + verb, id.toString(), by.value(), Map.of("job", run.job(), "key", run.key()));
  }

  private static RunNotChangedException refused(String verb, BatchRun run) {
    boolean alive = verb.equals("recover") && !run.state().isOver();
    return new RunNotChangedException(
        alive
            ? "Its process is alive: stop the run instead"
            : "A run that is %s cannot be asked to %s".formatted(run.state().code(), verb));
  }

  private Timestamp now() {
    return Timestamp.from(clock.instant());
  }
}
