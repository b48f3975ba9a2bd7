package org.verger.batch;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.tenants.CurrentTenant;

/**
 * What people who look after the whole church's system do with its runs. Who did so is in the audit
 * log before it happens; the row itself only the login may change, so it is changed after that
 * transaction, and only if it is still in a state from which that can be done.
 */
@Component
public class ControlRuns {

  private final RunChanges changes;
  private final RunList list;
  private final Runs runs;
  private final Access access;
  private final Audit audit;
  private final TransactionTemplate transactions;

  ControlRuns(
      RunChanges changes,
      RunList list,
      Runs runs,
      Access access,
      Audit audit,
      TransactionTemplate transactions) {
    this.changes = changes;
    this.list = list;
    this.runs = runs;
    this.access = access;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * What became of one of several.
   *
   * @param problem why it was not taken up again; null when it was
   */
  public record Retried(UUID run, String job, String key, @Nullable String problem) {}

  /**
   * Lets a run end as soon as it can; one that waits is stopped at once. It can be restarted.
   *
   * @throws NotAllowedException when the person's rights do not suffice
   * @throws UnknownRunException when the church has no such run
   * @throws RunNotChangedException when it is over
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void stop(PersonId by, UUID run) {
    change(by, run, RunVerb.STOP);
  }

  /**
   * Lets a run go on from the step that it was in.
   *
   * @throws RunNotChangedException when it did not stop, fail or wait for somebody
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void restart(PersonId by, UUID run) {
    change(by, run, RunVerb.RESTART);
  }

  /**
   * Gives a run up for good: nothing runs for its job and key any more.
   *
   * @throws RunNotChangedException when it runs or has completed
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void abandon(PersonId by, UUID run) {
    change(by, run, RunVerb.ABANDON);
  }

  /**
   * Takes a run away from a process that is gone; what happens by itself a little later.
   *
   * @throws RunNotChangedException when its process is alive, or it does not run
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void recover(PersonId by, UUID run) {
    change(by, run, RunVerb.RECOVER);
  }

  /**
   * Restarts the runs of the church that match and did not end well, the latest 200 of them.
   *
   * @return what became of each
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public Retries<Retried> retry(PersonId by, RunFilter filter) {
    access.requireEverywhere(by, Area.SYSTEM);
    return RunChanges.retry(
            list.retriable(filter.of(CurrentTenant.require()), RunList.MOST),
            run -> restart(by, run))
        .map(one -> new Retried(one.run().id(), one.run().job(), one.run().key(), one.problem()));
  }

  private void change(PersonId by, UUID id, RunVerb verb) {
    transactions.executeWithoutResult(open -> announce(by, id, verb));
    changes.apply(verb, runs.require(id));
  }

  private void announce(PersonId by, UUID id, RunVerb verb) {
    access.requireEverywhere(by, Area.SYSTEM);
    BatchRun run = runs.require(id);
    audit.record(
        verb.action(), id.toString(), by.value(), Map.of("job", run.job(), "key", run.key()));
  }
}
