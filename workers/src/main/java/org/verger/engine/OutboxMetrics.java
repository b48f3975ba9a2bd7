package org.verger.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.TimeGauge;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.outbox.OutboxQueue;

/**
 * Gauge {@code verger.outbox.lag}, the age of the oldest command in seconds, and counter {@code
 * verger.outbox.commands} by outcome.
 */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class OutboxMetrics {

  private final MeterRegistry meters;

  OutboxMetrics(ObjectProvider<MeterRegistry> registry, OutboxQueue queue) {
    meters = registry.getIfAvailable(() -> Metrics.globalRegistry);
    TimeGauge.builder(
            "verger.outbox.lag", queue, TimeUnit.MILLISECONDS, waiting -> waiting.lag().toMillis())
        .strongReference(true)
        .register(meters);
  }

  void answered(CommandAnswer answer) {
    String outcome =
        switch (answer) {
          case CommandAnswer.Accepted accepted -> "accepted";
          case CommandAnswer.Busy busy -> "busy";
          case CommandAnswer.Refused refused -> "put-off";
          case CommandAnswer.Faulty faulty -> "faulty";
        };
    meters.counter("verger.outbox.commands", "outcome", outcome).increment();
  }
}
