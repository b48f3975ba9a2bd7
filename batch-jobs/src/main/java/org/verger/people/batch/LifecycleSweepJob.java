package org.verger.people.batch;

import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.batch.ChurchJob;
import org.verger.batch.Lane;
import org.verger.batch.Rhythm;
import org.verger.batch.RunContext;
import org.verger.people.FindInactive;

/** Finds members who have not been active for three months, and those who are again. */
@Configuration(proxyBeanMethods = false)
class LifecycleSweepJob {

  @Bean
  ChurchJob lifecycleSweep(FindInactive findInactive) {
    return ChurchJob.named("lifecycle-sweep", "Lifecycle sweep")
        .lane(Lane.NIGHTLY)
        .scheduled(Rhythm.daily(LocalTime.of(5, 0)))
        .byHand()
        .step("inactive", run -> sweep(findInactive, run))
        .build();
  }

  private static boolean sweep(FindInactive findInactive, RunContext run) {
    String day = run.parameters().get("day");
    FindInactive.Found found =
        findInactive.sweep(day == null ? findInactive.today() : LocalDate.parse(day));
    run.written(found.lapsed() + found.changed());
    run.log(
        "Newly inactive: %d; active again, or at another time than was known: %d"
            .formatted(found.lapsed(), found.changed()));
    return false;
  }
}
