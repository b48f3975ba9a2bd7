package org.verger.batch.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.batch.BatchRun;

/**
 * A run, as the API tells it.
 *
 * @param perSecond items a second since it was taken up
 * @param secondsLeft at this pace; null when that is not known
 * @param orphaned whether its process seems to be gone
 */
record RunItem(
    UUID id,
    String church,
    String job,
    String key,
    Map<String, String> parameters,
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

  static RunItem of(BatchRun run, Instant now) {
    Duration left = run.left(now);
    return new RunItem(
        run.id(),
        run.tenant().value(),
        run.job(),
        run.key(),
        run.parameters(),
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
