package org.verger.machine;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verger.deployment.CannotStartException;

/**
 * Keeps a program running. It is started in the background; when it ends without having been asked
 * to, it is started again, after a pause that grows while it keeps ending.
 */
public final class Supervisor implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration STEADY = Duration.ofMinutes(1);

  private final Program program;
  private final FutureTask<ProcessHandle> firstStart;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private Duration pause = SHORTEST_PAUSE;

  private Supervisor(Program program) {
    this.program = program;
    this.firstStart = new FutureTask<>(program::start);
    this.thread = Thread.ofPlatform().name("keeps " + program.name()).daemon().unstarted(this::run);
  }

  /** Begins to start the program and returns at once. */
  public static Supervisor of(Program program) {
    Supervisor supervisor = new Supervisor(program);
    supervisor.thread.start();
    return supervisor;
  }

  /**
   * Waits until the program serves for the first time.
   *
   * @throws CannotStartException when it did not come up; it is not tried again
   */
  public void awaitStart() {
    try {
      firstStart.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof CannotStartException cannotStart) {
        throw cannotStart;
      }
      throw new IllegalStateException(program.name() + " did not start", failure.getCause());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while " + program.name() + " started");
    }
  }

  /** Stops the program for good. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
    }
    program.stop();
  }

  private void run() {
    firstStart.run();
    if (firstStart.state() != Future.State.SUCCESS) {
      return;
    }
    try {
      ProcessHandle running = firstStart.resultNow();
      while (running != null) {
        running = endsUnasked(running) ? startAgain() : null;
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean endsUnasked(ProcessHandle running) throws InterruptedException {
    long since = System.nanoTime();
    try {
      running.onExit().get();
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
    if (System.nanoTime() - since > STEADY.toNanos()) {
      pause = SHORTEST_PAUSE;
    }
    return closed.getCount() > 0;
  }

  private @Nullable ProcessHandle startAgain() throws InterruptedException {
    log.warn("{} has ended unexpectedly and is being started again", program.name());
    while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      growPause();
      try {
        ProcessHandle running = program.start();
        log.info("{} is running again", program.name());
        return running;
      } catch (CannotStartException failure) {
        log.error("{}; the next attempt follows in {} ms", failure.getMessage(), pause.toMillis());
      }
    }
    return null;
  }

  private void growPause() {
    Duration longer = pause.multipliedBy(2);
    pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }
}
