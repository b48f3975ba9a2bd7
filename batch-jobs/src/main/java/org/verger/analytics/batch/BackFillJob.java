package org.verger.analytics.batch;

import java.time.LocalDate;
import java.util.EnumSet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.analytics.BackFill;
import org.verger.analytics.CheckRecords;
import org.verger.analytics.Scope;
import org.verger.analytics.Subject;
import org.verger.batch.ChurchJob;
import org.verger.batch.JobInput;
import org.verger.batch.Lane;
import org.verger.batch.RunContext;

/** Makes the figures of a range of days anew, whether or not their records changed. */
@Configuration(proxyBeanMethods = false)
class BackFillJob {

  @Bean
  ChurchJob backFillFigures(BackFill backFill, CheckRecords checkRecords, RollUpSteps rollUp) {
    ChurchJob.Builder job =
        ChurchJob.named("back-fill", "Figures of past days")
            .lane(Lane.BULK)
            .byHand(JobInput.date("from", "From"), JobInput.date("through", "Through"))
            .step("mark", run -> mark(backFill, run))
            .step("check", run -> check(checkRecords, run));
    for (Subject subject : Subject.values()) {
      job.step(subject.code(), run -> rollUp.unlessHeld(subject, scope(run), run));
    }
    return job.step("held", run -> rollUp.whatWasHeld(scope(run), run)).build();
  }

  private static boolean mark(BackFill backFill, RunContext run) {
    backFill.mark(scope(run), EnumSet.allOf(Subject.class));
    return false;
  }

  private static boolean check(CheckRecords checkRecords, RunContext run) {
    CheckRecords.Checked checked = checkRecords.check(scope(run));
    run.total(checked.days().values().stream().mapToLong(Integer::longValue).sum());
    return false;
  }

  private static Scope scope(RunContext run) {
    return new Scope(
        LocalDate.parse(run.parameter("from")), LocalDate.parse(run.parameter("through")));
  }
}
