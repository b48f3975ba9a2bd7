package org.verger.retention.batch;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.verger.batch.ChurchJob;
import org.verger.batch.Lane;
import org.verger.batch.Rhythm;
import org.verger.batch.RunContext;
import org.verger.retention.Expiring;

/** One step for each thing that is kept for a time, a thousand rows at once. */
@Configuration(proxyBeanMethods = false)
class RetentionJob {

  private static final int AT_ONCE = 1000;

  @Bean
  ChurchJob retention(List<Expiring> all, Clock clock) {
    ChurchJob.Builder job =
        ChurchJob.named("retention", "Retention")
            .lane(Lane.NIGHTLY)
            .scheduled(Rhythm.daily(LocalTime.of(3, 0)))
            .byHand();
    all.stream()
        .sorted(Comparator.comparing(Expiring::name))
        .forEach(one -> job.step(one.name(), run -> forget(one, run, clock)));
    return job.build();
  }

  private static boolean forget(Expiring one, RunContext run, Clock clock) {
    int forgotten = one.forget(clock.instant().minus(one.kept()), AT_ONCE);
    run.read(forgotten);
    run.written(forgotten);
    return forgotten == AT_ONCE;
  }
}
