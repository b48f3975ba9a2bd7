package org.verger.analytics.batch;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.analytics.BackFill;
import org.verger.analytics.CheckRecords;
import org.verger.analytics.RequestBackFill;
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
        ChurchJob.named(RequestBackFill.JOB, "Figures of past days")
            .lane(Lane.BULK)
            .byHand(JobInput.date("from", "From"), JobInput.date("to", "To"))
            .checked(BackFillJob::scope)
            .step("mark", run -> mark(backFill, run))
            .step("check", run -> check(checkRecords, run));
    for (Subject subject : Subject.values()) {
      job.step(
          subject.code(),
          run -> subjects(run).contains(subject) && rollUp.unlessHeld(subject, scope(run), run));
    }
    return job.step("held", run -> rollUp.whatWasHeld(scope(run), subjects(run), run)).build();
  }

  private static boolean mark(BackFill backFill, RunContext run) {
    backFill.mark(scope(run), subjects(run));
    return false;
  }

  private static boolean check(CheckRecords checkRecords, RunContext run) {
    CheckRecords.Checked checked = checkRecords.check(scope(run));
    run.total(checked.days().values().stream().mapToLong(Integer::longValue).sum());
    return false;
  }

  // Whoever starts it by hand gets all of them.
  private static Set<Subject> subjects(RunContext run) {
    String codes = run.parameters().get("subjects");
    return codes == null
        ? EnumSet.allOf(Subject.class)
        : Arrays.stream(codes.split(",", -1)).map(Subject::of).collect(Collectors.toSet());
  }

  private static Scope scope(RunContext run) {
    return scope(run.parameters());
  }

  private static Scope scope(Map<String, String> parameters) {
    return Scope.range(day(parameters, "from"), day(parameters, "to"));
  }

  private static LocalDate day(Map<String, String> parameters, String name) {
    return LocalDate.parse(Objects.requireNonNull(parameters.get(name), name));
  }
}
