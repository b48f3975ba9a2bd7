package org.verger.batch.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Map;
import org.verger.batch.BatchRun;

/** A run, as the API tells it to its church. */
record RunItem(@JsonUnwrapped RunFacts facts, String key, Map<String, String> parameters) {

  static RunItem of(BatchRun run, Instant now) {
    return new RunItem(RunFacts.of(run, now), run.key(), run.parameters());
  }
}
