package org.verger.batch.schedules;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** Lets schedules fire in a process that runs batch jobs. */
@Component
@RunsInRole(RunsInRole.BATCH)
class SchedulerLifecycle implements SmartLifecycle {

  /** After the churches' migrations. */
  private static final int PHASE = 1900;

  private final Scheduler scheduler;
  private final DefaultSchedules defaults;
  private volatile boolean running;

  SchedulerLifecycle(Scheduler scheduler, DefaultSchedules defaults) {
    this.scheduler = scheduler;
    this.defaults = defaults;
  }

  @Override
  public void start() {
    try {
      defaults.completeAll();
      scheduler.start();
      running = true;
    } catch (SchedulerException failure) {
      throw new IllegalStateException("Schedules cannot be started", failure);
    }
  }

  @Override
  public void stop() {
    try {
      scheduler.standby();
      running = false;
    } catch (SchedulerException failure) {
      throw new IllegalStateException("Schedules cannot be stopped", failure);
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
