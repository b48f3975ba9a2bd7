package org.verger.batch.schedules;

import java.util.Date;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.TriggerKey;
import org.verger.time.MovableClock;

/** Makes what Quartz stores. */
final class Triggers {

  private static final JobKey JOB = new JobKey("ask-when-due", "verger");

  private Triggers() {}

  /** The one job; what a node has begun and not ended when it died, another does again. */
  static JobDetail job() {
    return JobBuilder.newJob(AskWhenDue.class)
        .withIdentity(JOB)
        .storeDurably()
        .requestRecovery()
        .build();
  }

  static RhythmTrigger make(TriggerKey key, MovableClock clock, RhythmTrigger.Plan plan) {
    RhythmTrigger trigger = new RhythmTrigger(clock, plan);
    trigger.setKey(key);
    trigger.setJobKey(JOB);
    trigger.setStartTime(Date.from(clock.machine().instant()));
    return trigger;
  }
}
