package org.verger.analytics.batch;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.analytics.CheckRecords;
import org.verger.analytics.Scope;
import org.verger.analytics.Subject;
import org.verger.batch.ChurchJob;
import org.verger.batch.JobInput;
import org.verger.batch.Lane;
import org.verger.batch.Rhythm;
import org.verger.batch.RunContext;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;

/**
 * The night: looks at the records of the days that changed, then rolls up one subject after the
 * other. A subject that a check holds back does not keep the others from being rolled up; the run
 * is held at its end, and goes on from there once that is put right.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {

  @Bean
  ChurchJob nightly(CheckRecords checkRecords, RollUpSteps rollUp, Tenants tenants, Clock clock) {
    ChurchJob.Builder job =
        ChurchJob.named("nightly", "Nightly figures")
            .lane(Lane.NIGHTLY)
            .scheduled(Rhythm.daily(LocalTime.of(2, 0)))
            .byHand(JobInput.date("day", "All days before"))
            .checked(
                parameters ->
                    hasCome(
                        LocalDate.parse(Objects.requireNonNull(parameters.get("day"), "day")),
                        LocalDate.ofInstant(clock.instant(), tenants.current().zone())))
            .step("check", run -> check(checkRecords, run));
    for (Subject subject : Subject.values()) {
      job.step(subject.code(), run -> rollUp.unlessHeld(subject, scope(run), run));
    }
    return job.step(
            "held", run -> rollUp.whatWasHeld(scope(run), EnumSet.allOf(Subject.class), run))
        .build();
  }

  private static boolean check(CheckRecords checkRecords, RunContext run) {
    CheckRecords.Checked checked = checkRecords.check(scope(run));
    run.total(checked.days().values().stream().mapToLong(Integer::longValue).sum());
    run.log("Checks that found something: " + checked.findings());
    return false;
  }

  private static void hasCome(LocalDate day, LocalDate today) {
    if (day.isAfter(today) || !day.isAfter(Scope.EVER)) {
      throw InvalidInputException.of("day", "Give a day that is not after today, " + today);
    }
  }

  private static Scope scope(RunContext run) {
    return Scope.night(LocalDate.parse(run.parameter("day")));
  }
}
