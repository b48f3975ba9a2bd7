package org.verger.batch.runner;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.verger.batch.TellOperators;
import org.verger.deployment.RunsInRole;

/** What is done again and again beside the runs, each in its own time. */
@Component
@RunsInRole(RunsInRole.BATCH)
class Keeping {

  private static final Logger log = LoggerFactory.getLogger(Keeping.class);
  private static final Duration TELL = Duration.ofSeconds(10);

  private final RunnerSettings settings;
  private final RunBook book;
  private final Recovery recovery;
  private final TellOperators tellOperators;
  private @Nullable ScheduledExecutorService clockwork;

  Keeping(RunnerSettings settings, RunBook book, Recovery recovery, TellOperators tellOperators) {
    this.settings = settings;
    this.book = book;
    this.recovery = recovery;
    this.tellOperators = tellOperators;
  }

  void begin() {
    recovery.freeOwn();
    // Two threads, so that an e-mail that takes long does not let a run look dead.
    ScheduledExecutorService threads =
        Executors.newScheduledThreadPool(
            2, work -> Thread.ofPlatform().daemon().name("batch-keeping").unstarted(work));
    every(threads, settings.beat(), book::writeAll);
    every(threads, settings.stale().dividedBy(3), recovery::freeStale);
    every(threads, TELL, () -> tellOperators.tell(settings.lateAfter()));
    clockwork = threads;
  }

  private static void every(ScheduledExecutorService threads, Duration pause, Runnable work) {
    threads.scheduleWithFixedDelay(() -> guarded(work), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      log.warn("Trying again soon: {}", Failures.describe(failure));
    }
  }

  /** Writes down now how far runs have come, and hears whether one should stop. */
  void beat() {
    guarded(book::writeAll);
  }

  void leave() {
    book.leaveAll();
  }

  void end() {
    ScheduledExecutorService threads = clockwork;
    if (threads != null) {
      threads.shutdown();
    }
  }
}
