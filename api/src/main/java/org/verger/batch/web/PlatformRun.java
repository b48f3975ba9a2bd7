package org.verger.batch.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.verger.batch.BatchRun;

/**
 * A run, as the API tells it to the platform's operator: without its parameters and its key, which
 * are the church's business.
 *
 * @param day the night that it is for; null when somebody asked for it
 */
record PlatformRun(@JsonUnwrapped RunFacts facts, @Nullable LocalDate day) {

  static PlatformRun of(BatchRun run, Instant now) {
    return new PlatformRun(RunFacts.of(run, now), RunCard.day(run));
  }
}
