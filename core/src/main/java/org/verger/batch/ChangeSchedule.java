package org.verger.batch;

import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;

/** Changes when a job runs for the church. */
@Component
public class ChangeSchedule {

  // They are kept by the module of batch jobs, which not every program has.
  private final ObjectProvider<Schedules> schedules;
  private final Access access;
  private final Audit audit;
  private final TransactionTemplate transactions;

  ChangeSchedule(
      ObjectProvider<Schedules> schedules,
      Access access,
      Audit audit,
      TransactionTemplate transactions) {
    this.schedules = schedules;
    this.access = access;
    this.audit = audit;
    this.transactions = transactions;
  }

  /**
   * What a schedule is to be.
   *
   * @param version that it was read with
   */
  public record Wanted(String job, Rhythm rhythm, boolean on, int version) {}

  /**
   * Changes it; who did so is in the audit log first.
   *
   * @return whether it was changed; not when somebody else did meanwhile
   * @throws NotAllowedException when the person does not look after the whole church's system
   * @throws UnknownJobException when the job has no schedule
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public boolean change(PersonId by, Wanted wanted) {
    transactions.executeWithoutResult(open -> announce(by, wanted));
    return schedules
        .getObject()
        .change(wanted.job(), wanted.rhythm(), wanted.on(), wanted.version());
  }

  private void announce(PersonId by, Wanted wanted) {
    access.requireEverywhere(by, Area.SYSTEM);
    audit.record(
        "batch-schedule-changed",
        wanted.job(),
        by.value(),
        Map.of(
            "every", wanted.rhythm().every().code(),
            "time", wanted.rhythm().time().toString(),
            "on", String.valueOf(wanted.on())));
  }
}
