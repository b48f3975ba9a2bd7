package org.verger.batch.web;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.batch.BatchRun;

/**
 * What the API tells of a run to a church and to the platform's operator alike.
 *
 * @param perSecond items a second since it was taken up
 * @param secondsLeft at this pace; null when that is not known
 * @param orphaned whether its process seems to be gone
 */
record RunFacts(
    UUID id,
    String church,
    String job,
    String lane,
    String status,
    Instant requestedAt,
    @Nullable Instant scheduledFor,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int attempts,
    @Nullable String step,
    long total,
    long read,
    long written,
    long skipped,
    long rejected,
    double perSecond,
    @Nullable Long secondsLeft,
    @Nullable String message,
    boolean orphaned) {

  static RunFacts of(BatchRun run, Instant now) {
    Duration left = run.left(now);
    return new RunFacts(
        run.id(),
        run.tenant().value(),
        run.job(),
        run.lane().code(),
        run.state().code(),
        run.requestedAt(),
        run.scheduledFor(),
        run.startedAt(),
        run.endedAt(),
        run.attempts(),
        run.step(),
        run.total(),
        run.read(),
        run.written(),
        run.skipped(),
        run.rejected(),
        Math.round(run.perSecond(now) * 10) / 10.0,
        left == null ? null : left.toSeconds(),
        run.message(),
        run.orphaned());
  }
}
