package org.verger.batch.runner;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.verger.batch.RunState;
import org.verger.deployment.RunsInRole;

/** Counter {@code verger.batch.runs}, by job and outcome. */
@Component
@RunsInRole(RunsInRole.BATCH)
class RunMetrics {

  private final MeterRegistry meters;

  RunMetrics(ObjectProvider<MeterRegistry> registry) {
    meters = registry.getIfAvailable(() -> Metrics.globalRegistry);
  }

  void ended(String job, RunState outcome) {
    meters.counter("verger.batch.runs", "job", job, "outcome", outcome.code()).increment();
  }
}
