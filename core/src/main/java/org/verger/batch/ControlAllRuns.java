package org.verger.batch;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.audit.Audit;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantAudit;

/**
 * What the platform's operator does with the runs of churches. Before it happens the church's own
 * audit log says that the platform did it, and the platform's says who.
 */
@Component
@Transactional(propagation = Propagation.NOT_SUPPORTED)
public class ControlAllRuns {

  private final RunChanges changes;
  private final RunList list;
  private final AllRuns runs;
  private final Audit audit;
  private final TenantAudit platformAudit;
  private final TransactionTemplate transactions;

  ControlAllRuns(
      RunChanges changes,
      RunList list,
      AllRuns runs,
      Audit audit,
      TenantAudit platformAudit,
      TransactionTemplate transactions) {
    this.changes = changes;
    this.list = list;
    this.runs = runs;
    this.audit = audit;
    this.platformAudit = platformAudit;
    this.transactions = transactions;
  }

  /**
   * What became of one of several.
   *
   * @param run as it was before
   * @param problem why it was not taken up again; null when it was
   */
  public record Retried(BatchRun run, @Nullable String problem) {}

  /**
   * Lets a run end as soon as it can.
   *
   * @param by the address of the operator's account
   * @throws UnknownRunException when there is no such run
   * @throws RunNotChangedException when it is over
   */
  public void stop(String by, UUID run) {
    change(by, run, RunVerb.STOP);
  }

  /**
   * Lets a run go on from the step that it was in.
   *
   * @throws RunNotChangedException when it did not stop, fail or wait for somebody
   */
  public void restart(String by, UUID run) {
    change(by, run, RunVerb.RESTART);
  }

  /**
   * Gives a run up for good.
   *
   * @throws RunNotChangedException when it runs or has completed
   */
  public void abandon(String by, UUID run) {
    change(by, run, RunVerb.ABANDON);
  }

  /**
   * Takes a run away from a process that is gone.
   *
   * @throws RunNotChangedException when its process is alive, or it does not run
   */
  public void recover(String by, UUID run) {
    change(by, run, RunVerb.RECOVER);
  }

  /**
   * Restarts the runs that match and did not end well, the latest 200 of them.
   *
   * @return what became of each
   */
  public Retries<Retried> retry(String by, RunFilter filter) {
    return RunChanges.retry(list.retriable(filter, RunList.MOST), run -> restart(by, run))
        .map(one -> new Retried(one.run(), one.problem()));
  }

  private void change(String by, UUID id, RunVerb verb) {
    BatchRun run = runs.require(id);
    CurrentTenant.run(
        run.tenant(), () -> transactions.executeWithoutResult(open -> tellChurch(run, verb)));
    platformAudit.record(run.tenant(), verb.action(), by, run.job() + ", run " + id);
    changes.apply(verb, run);
  }

  private void tellChurch(BatchRun run, RunVerb verb) {
    audit.record(
        verb.action(),
        run.id().toString(),
        null,
        Map.of("job", run.job(), "key", run.key(), "by", "platform"));
  }
}
