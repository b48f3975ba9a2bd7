package org.verger.batch.schedules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.quartz.JobPersistenceException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.springframework.stereotype.Component;
import org.verger.batch.BatchJobs;
import org.verger.batch.ChurchJob;
import org.verger.batch.Rhythm;
import org.verger.batch.Schedule;
import org.verger.batch.Schedules;
import org.verger.batch.UnknownJobException;
import org.verger.tenants.CurrentTenant;
import org.verger.time.MovableClock;

/** Schedules as triggers: the group is the church, the name is the job. */
@Component
class QuartzSchedules implements Schedules {

  private static final int SHOWN = 10;

  private final Scheduler scheduler;
  private final ScheduleStore store;
  private final BatchJobs jobs;
  private final MovableClock clock;

  QuartzSchedules(Scheduler scheduler, ScheduleStore store, BatchJobs jobs, MovableClock clock) {
    this.scheduler = scheduler;
    this.store = store;
    this.jobs = jobs;
    this.clock = clock;
  }

  @Override
  public List<Schedule> list() {
    return jobs.scheduled()
        .map(this::read)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(Schedule::title))
        .toList();
  }

  @Override
  public Optional<Schedule> find(String job) {
    return jobs.find(job).flatMap(this::read);
  }

  @Override
  public boolean change(String job, Rhythm rhythm, boolean on, int version) {
    RhythmTrigger.Plan plan = trigger(job).orElseThrow(() -> new UnknownJobException(job)).plan();
    try {
      return store.replace(
          key(job),
          version,
          Triggers.make(
              key(job), clock, new RhythmTrigger.Plan(rhythm, plan.zone(), on, version + 1)));
    } catch (JobPersistenceException away) {
      throw new IllegalStateException("The schedule cannot be stored", away);
    }
  }

  private Optional<Schedule> read(ChurchJob job) {
    return trigger(job.name()).map(RhythmTrigger::plan).map(plan -> schedule(job, plan));
  }

  private Schedule schedule(ChurchJob job, RhythmTrigger.Plan plan) {
    return new Schedule(
        job.name(),
        job.title(),
        plan.rhythm(),
        plan.zone(),
        plan.on(),
        plan.version(),
        plan.rhythm().next(SHOWN, clock.instant(), plan.zone()));
  }

  private Optional<RhythmTrigger> trigger(String job) {
    try {
      return Optional.ofNullable(scheduler.getTrigger(key(job)))
          .filter(RhythmTrigger.class::isInstance)
          .map(RhythmTrigger.class::cast);
    } catch (SchedulerException away) {
      throw new IllegalStateException("Schedules cannot be read", away);
    }
  }

  private static TriggerKey key(String job) {
    return new TriggerKey(job, CurrentTenant.require().value());
  }
}
