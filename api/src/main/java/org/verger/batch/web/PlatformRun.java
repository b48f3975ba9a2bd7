package org.verger.batch.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.batch.BatchRun;

/**
 * A run, as the API tells it to the platform's operator: without its parameters and its key, which
 * are the church's business.
 *
 * @param day the night that it is for; null when somebody asked for it
 * @param perSecond items a second since it was taken up
 * @param secondsLeft at this pace; null when that is not known
 * @param orphaned whether its process seems to be gone
 */
record PlatformRun(
    UUID id,
    String church,
    String job,
    @Nullable LocalDate day,
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

  static PlatformRun of(BatchRun run, Instant now) {
    RunItem item = RunItem.of(run, now);
    return new PlatformRun(
        item.id(),
        item.church(),
        item.job(),
        RunCard.day(run),
        item.lane(),
        item.status(),
        item.requestedAt(),
        item.scheduledFor(),
        item.startedAt(),
        item.endedAt(),
        item.attempts(),
        item.step(),
        item.total(),
        item.read(),
        item.written(),
        item.skipped(),
        item.rejected(),
        item.perSecond(),
        item.secondsLeft(),
        item.message(),
        item.orphaned());
  }
}
