package org.verger.batch.schedules;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.batch.BatchJobs;
import org.verger.batch.ChurchJob;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantActivated;
import org.verger.tenants.Tenants;
import org.verger.time.MovableClock;

/** Gives each church the schedules that it lacks, and those it has the zone that it has now. */
@Component
class DefaultSchedules {

  private final Scheduler scheduler;
  private final ScheduleStore store;
  private final BatchJobs jobs;
  private final Tenants tenants;
  private final JdbcClient jdbc;
  private final MovableClock clock;

  DefaultSchedules(
      Scheduler scheduler,
      ScheduleStore store,
      BatchJobs jobs,
      Tenants tenants,
      JdbcClient jdbc,
      MovableClock clock) {
    this.scheduler = scheduler;
    this.store = store;
    this.jobs = jobs;
    this.tenants = tenants;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @EventListener
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void add(TenantActivated activated) throws SchedulerException {
    complete(List.of(tenants.active(activated.tenant())));
  }

  /** For all churches. */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public void completeAll() throws SchedulerException {
    complete(
        tenants.all().stream().filter(church -> church.status() == Tenant.Status.ACTIVE).toList());
  }

  private void complete(List<Tenant> churches) throws SchedulerException {
    scheduler.addJob(Triggers.job(), true);
    Map<TriggerKey, ZoneId> known = known();
    for (Tenant church : churches) {
      for (ChurchJob job : jobs.scheduled().toList()) {
        TriggerKey key = new TriggerKey(job.name(), church.id().value());
        ZoneId zone = known.get(key);
        if (zone == null) {
          add(key, job, church.zone());
        } else if (!zone.equals(church.zone())) {
          move(key, church.zone());
        }
      }
    }
  }

  private Map<TriggerKey, ZoneId> known() {
    Map<TriggerKey, ZoneId> known = new HashMap<>();
    jdbc.sql("SELECT trigger_name, trigger_group, str_prop_3 FROM quartz.qrtz_simprop_triggers")
        .query(
            row -> {
              known.put(
                  new TriggerKey(row.getString(1), row.getString(2)), ZoneId.of(row.getString(3)));
            });
    return known;
  }

  private void add(TriggerKey key, ChurchJob job, ZoneId zone) throws SchedulerException {
    try {
      scheduler.scheduleJob(
          Triggers.make(
              key,
              clock,
              new RhythmTrigger.Plan(Objects.requireNonNull(job.rhythm()), zone, true, 1)));
    } catch (ObjectAlreadyExistsException another) {
      // Another node was faster.
    }
  }

  private void move(TriggerKey key, ZoneId zone) throws SchedulerException {
    if (scheduler.getTrigger(key) instanceof RhythmTrigger trigger) {
      RhythmTrigger.Plan plan = trigger.plan();
      store.replace(
          key,
          plan.version(),
          Triggers.make(
              key,
              clock,
              new RhythmTrigger.Plan(plan.rhythm(), zone, plan.on(), plan.version() + 1)));
    }
  }
}
