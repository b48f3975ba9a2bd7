package org.verger.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.tenants.TenantId;

/**
 * A run as it stands.
 *
 * @param seq grows with each run
 * @param requestedBy the person who asked for it; null when no person did
 * @param scheduledFor when it was due; null when somebody asked for it
 * @param startedAt when it was taken up the last time
 * @param attempts how often it was taken up since somebody last asked for that
 * @param restarts how often somebody asked for that
 * @param step the step it is in
 * @param total how many items there are to do; 0 when that is not known
 * @param message why it failed or is held
 * @param orphaned whether its process seems to be gone
 */
public record BatchRun(
    UUID id,
    long seq,
    TenantId tenant,
    String job,
    String key,
    Map<String, String> parameters,
    Lane lane,
    RunState state,
    @Nullable UUID requestedBy,
    Instant requestedAt,
    @Nullable Instant scheduledFor,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String node,
    int attempts,
    int restarts,
    @Nullable String step,
    long total,
    long read,
    long written,
    long skipped,
    long rejected,
    @Nullable String message,
    boolean orphaned) {

  public BatchRun {
    parameters = Map.copyOf(parameters);
  }

  /** How many items were dealt with, in whatever way. */
  public long done() {
    return written + skipped + rejected;
  }

  /** How much of it is done, from 0 to 100; null when that is not known. */
  public @Nullable Integer percent() {
    return total <= 0 ? null : (int) Math.min(100, done() * 100 / total);
  }

  /** How long it has been worked on, the last time that it was taken up. */
  public Duration took(Instant now) {
    Instant from = startedAt;
    Instant end = endedAt;
    return from == null ? Duration.ZERO : Duration.between(from, end == null ? now : end);
  }

  /** Items a second. */
  public double perSecond(Instant now) {
    double seconds = took(now).toMillis() / 1000.0;
    return seconds <= 0 ? 0 : done() / seconds;
  }

  /** How long it still takes at this pace; null when that is not known. */
  public @Nullable Duration left(Instant now) {
    double pace = perSecond(now);
    return total <= done() || pace <= 0 || state != RunState.RUNNING
        ? null
        : Duration.ofSeconds((long) Math.ceil((total - done()) / pace));
  }
}
