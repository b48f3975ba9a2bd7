package org.verger.analytics.batch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.analytics.SendWeeklyReports;
import org.verger.batch.ChurchJob;
import org.verger.batch.JobInput;
import org.verger.batch.Lane;
import org.verger.batch.Rhythm;
import org.verger.batch.RunContext;
import org.verger.batch.RunQueue;

/**
 * The figures of the week before the day of the run, by e-mail. Those who cannot be written to at
 * this hour are left to a run of its own, which is due when they can.
 */
@Configuration(proxyBeanMethods = false)
class WeeklyReportJob {

  private static final String NAME = "weekly-report";

  @Bean
  ChurchJob weeklyReports(SendWeeklyReports reports, RunQueue queue) {
    return ChurchJob.named(NAME, "Weekly report")
        .lane(Lane.NIGHTLY)
        .scheduled(Rhythm.weekly(DayOfWeek.MONDAY, LocalTime.of(9, 0)))
        .byHand(JobInput.date("day", "Of the week before"))
        .step("readers", run -> gather(reports, run))
        .step("send", run -> send(reports, run))
        .step("later", run -> leaveTheRest(reports, queue, run))
        .build();
  }

  private static boolean gather(SendWeeklyReports reports, RunContext run) {
    run.total(reports.gather(week(run)));
    return false;
  }

  private static boolean send(SendWeeklyReports reports, RunContext run) {
    SendWeeklyReports.Batch batch = reports.next(week(run));
    run.read(batch.size());
    run.written(batch.sent());
    run.skipped(batch.withheld() + batch.later());
    run.rejected(batch.failed());
    return batch.size() > 0;
  }

  private static boolean leaveTheRest(SendWeeklyReports reports, RunQueue queue, RunContext run) {
    reports.rest(week(run)).ifPresent(time -> ask(queue, run, time));
    return false;
  }

  private static void ask(RunQueue queue, RunContext run, Instant time) {
    queue.request(
        new RunQueue.Asked(NAME, week(run) + " from " + time, run.parameters(), null, time));
    run.log("Some have to wait until " + time);
  }

  private static LocalDate week(RunContext run) {
    return SendWeeklyReports.weekBefore(LocalDate.parse(run.parameter("day")));
  }
}
