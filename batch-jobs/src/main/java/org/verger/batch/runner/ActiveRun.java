package org.verger.batch.runner;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verger.batch.RunContext;
import org.verger.tenants.TenantId;

/**
 * A run while this process works on it. The thread that works only counts; {@link RunBook} writes
 * it down from another, so that the work's transactions have nothing to do with it.
 */
final class ActiveRun implements RunContext {

  private static final int LONGEST_LINE = 2000;

  /** Why it should end early. */
  enum Stop {
    /** Somebody asked for it. */
    ASKED,
    /** The process ends. */
    LEAVING,
    /** Another process has taken the run up. */
    LOST
  }

  /** A line of the log. */
  record Line(Instant at, String level, String text) {}

  private final ClaimedRun claimed;
  private final Clock clock;
  private final AtomicLong total;
  private final AtomicLong read;
  private final AtomicLong written;
  private final AtomicLong skipped;
  private final AtomicLong rejected;
  private final Queue<Line> lines = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Stop stop;
  private volatile @Nullable String step;
  private volatile @Nullable Long execution;

  ActiveRun(ClaimedRun claimed, Clock clock) {
    this.claimed = claimed;
    this.clock = clock;
    total = new AtomicLong(claimed.soFar().total());
    read = new AtomicLong(claimed.soFar().read());
    written = new AtomicLong(claimed.soFar().written());
    skipped = new AtomicLong(claimed.soFar().skipped());
    rejected = new AtomicLong(claimed.soFar().rejected());
  }

  ClaimedRun claimed() {
    return claimed;
  }

  @Override
  public UUID id() {
    return claimed.id();
  }

  @Override
  public TenantId tenant() {
    return claimed.tenant();
  }

  @Override
  public String key() {
    return claimed.key();
  }

  @Override
  public Map<String, String> parameters() {
    return claimed.parameters();
  }

  @Override
  public void total(long items) {
    total.set(items);
  }

  @Override
  public void read(long items) {
    read.addAndGet(items);
  }

  @Override
  public void written(long items) {
    written.addAndGet(items);
  }

  @Override
  public void skipped(long items) {
    skipped.addAndGet(items);
  }

  @Override
  public void rejected(long items) {
    rejected.addAndGet(items);
  }

  @Override
  public void startOver() {
    Stream.of(read, written, skipped, rejected).forEach(count -> count.set(0));
  }

  @Override
  public void log(String line) {
    add("info", line);
  }

  void logError(String line) {
    add("error", line);
  }

  private void add(String level, String line) {
    lines.add(
        new Line(clock.instant(), level, line.substring(0, Math.min(line.length(), LONGEST_LINE))));
  }

  @Override
  public boolean stopRequested() {
    return stop != null;
  }

  /** Why it should end early; null when it should not. */
  @Nullable Stop stop() {
    return stop;
  }

  /** Asks it to end early; the first reason counts, unless the run is lost. */
  void stop(Stop why) {
    if (stop == null || why == Stop.LOST) {
      stop = why;
    }
  }

  void enter(String stepName) {
    step = stepName;
    log("Step " + stepName);
  }

  void execution(long id) {
    execution = id;
  }

  @Nullable String step() {
    return step;
  }

  @Nullable Long execution() {
    return execution;
  }

  ClaimedRun.Counts counts() {
    return new ClaimedRun.Counts(
        total.get(), read.get(), written.get(), skipped.get(), rejected.get());
  }

  /** The lines that were not taken before. */
  List<Line> takeLines() {
    List<Line> taken = new ArrayList<>();
    for (Line line = lines.poll(); line != null; line = lines.poll()) {
      taken.add(line);
    }
    return taken;
  }
}
