package org.verger.giving.batch;

import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.batch.ChurchJob;
import org.verger.batch.JobInput;
import org.verger.batch.Lane;
import org.verger.batch.Rhythm;
import org.verger.batch.RunContext;
import org.verger.batch.RunHeldException;
import org.verger.giving.MakeStatements;
import org.verger.giving.MakeStatements.Made;

/** The statements of what people gave in a year: of the year before when nobody names one. */
@Configuration(proxyBeanMethods = false)
class StatementsJob {

  @Bean
  ChurchJob givingStatements(MakeStatements makeStatements) {
    return ChurchJob.named("statements", "Giving statements")
        .lane(Lane.BULK)
        .scheduled(Rhythm.yearly(1, 15, LocalTime.of(6, 0)))
        .byHand(JobInput.year("year", "Of the year"))
        .step("begin", run -> begin(makeStatements, run))
        .step("write", run -> write(makeStatements, run))
        .build();
  }

  private static boolean begin(MakeStatements makeStatements, RunContext run) {
    int year = year(run);
    if (!makeStatements.isOver(year)) {
      throw new RunHeldException(
          "%d is not over yet: statements are made of whole years. Give this run up, or start it"
                  .formatted(year)
              + " again when it is");
    }
    run.total(makeStatements.begin(year));
    return false;
  }

  private static boolean write(MakeStatements makeStatements, RunContext run) {
    Made made = makeStatements.next(year(run), MakeStatements.AT_ONCE);
    run.read(made.givers());
    run.written(made.made() + made.replaced());
    run.skipped(made.givers() - made.made() - made.replaced());
    if (made.replaced() > 0) {
      run.log("Statements that replace earlier ones: " + made.replaced());
    }
    return made.givers() > 0;
  }

  private static int year(RunContext run) {
    String year = run.parameters().get("year");
    return year == null
        ? LocalDate.parse(run.parameter("day")).getYear() - 1
        : Integer.parseInt(year);
  }
}
