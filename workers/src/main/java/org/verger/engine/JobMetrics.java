package org.verger.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;

/** Timer {@code verger.jobs} by type and outcome: how long the work took, without the answer. */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class JobMetrics {

  private final MeterRegistry meters;

  JobMetrics(ObjectProvider<MeterRegistry> meters) {
    this.meters = meters.getIfAvailable(() -> Metrics.globalRegistry);
  }

  void worked(String type, JobOutcome outcome, long nanos) {
    meters
        .timer("verger.jobs", "type", type, "outcome", outcome.label())
        .record(nanos, TimeUnit.NANOSECONDS);
  }
}
