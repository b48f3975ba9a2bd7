package org.verger.batch.schedules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verger.batch.BatchJobs;
import org.verger.batch.RunQueue;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;

/**
 * The one job that Quartz knows: asks for the run of the day that is due. The day is the run's key,
 * so that asking again, here or on another node, changes nothing.
 */
@Component
class AskWhenDue implements Job {

  private static final Logger log = LoggerFactory.getLogger(AskWhenDue.class);

  // Quartz counts in milliseconds, and may be early by a part of one.
  private static final Duration ROUNDING = Duration.ofSeconds(1);

  private final RunQueue queue;
  private final BatchJobs jobs;
  private final Tenants tenants;
  private final Clock clock;

  AskWhenDue(RunQueue queue, BatchJobs jobs, Tenants tenants, Clock clock) {
    this.queue = queue;
    this.jobs = jobs;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) {
    if (trigger(context) instanceof RhythmTrigger trigger && trigger.plan().on()) {
      ask(new TenantId(trigger.getKey().getGroup()), trigger.getKey().getName(), trigger.plan());
    }
  }

  // What a node had begun when it died, another does with a trigger that Quartz made for that.
  private static @Nullable Trigger trigger(JobExecutionContext context) {
    try {
      return context.isRecovering()
          ? context.getScheduler().getTrigger(context.getRecoveringTriggerKey())
          : context.getTrigger();
    } catch (SchedulerException away) {
      throw new IllegalStateException("The schedule cannot be read", away);
    }
  }

  private void ask(TenantId church, String job, RhythmTrigger.Plan plan) {
    if (jobs.find(job).isEmpty() || !isServed(church)) {
      return;
    }
    LocalDate day = plan.rhythm().dayAt(clock.instant().plus(ROUNDING), plan.zone());
    Instant due = plan.rhythm().at(day, plan.zone());
    CurrentTenant.run(
        church,
        () ->
            queue.request(
                new RunQueue.Asked(job, day.toString(), Map.of("day", day.toString()), null, due)));
    log.debug("Run {} of {} is due", day, job);
  }

  private boolean isServed(TenantId church) {
    return tenants.find(church).filter(known -> known.status() == Tenant.Status.ACTIVE).isPresent();
  }
}
