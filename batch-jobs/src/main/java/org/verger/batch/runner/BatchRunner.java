package org.verger.batch.runner;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.verger.batch.Lane;
import org.verger.database.DatabaseLogin;
import org.verger.deployment.RunsInRole;

/** The threads that take up runs, those of each lane for themselves, and the one that beats. */
@Component
@RunsInRole(RunsInRole.BATCH)
class BatchRunner implements SmartLifecycle {

  /** After the churches' migrations and the engine, before the web server. */
  static final int PHASE = 2000;

  private static final Logger log = LoggerFactory.getLogger(BatchRunner.class);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(15);

  private final RunnerSettings settings;
  private final RunClaims claims;
  private final RunExecutor executor;
  private final Keeping keeping;
  private final DatabaseLogin login;
  private final Wake wake = new Wake();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  BatchRunner(
      RunnerSettings settings,
      RunClaims claims,
      RunExecutor executor,
      Keeping keeping,
      DatabaseLogin login) {
    this.settings = settings;
    this.claims = claims;
    this.executor = executor;
    this.keeping = keeping;
    this.login = login;
  }

  @Override
  public void start() {
    running = true;
    keeping.begin();
    begin("batch-listen", this::listen);
    lane(Lane.NIGHTLY, settings.nightlyThreads());
    lane(Lane.BULK, settings.bulkThreads());
  }

  private void lane(Lane lane, int count) {
    for (int number = 1; number <= count; number++) {
      begin("batch-" + lane.code() + "-" + number, () -> serve(lane));
    }
  }

  private void begin(String name, Runnable work) {
    threads.add(Thread.ofPlatform().daemon().name(name).start(work));
  }

  private void serve(Lane lane) {
    while (running) {
      long seen = wake.calls();
      try {
        claims
            .claim(lane)
            .ifPresentOrElse(executor::execute, () -> wake.await(seen, settings.poll()));
      } catch (RuntimeException failure) {
        // Whatever it was, without this thread the lane would stand still.
        log.warn("No run can be taken up, trying again: {}", Failures.describe(failure));
        wake.await(seen, settings.poll());
      }
    }
  }

  private void listen() {
    try (RunListener listener = new RunListener(login)) {
      while (running) {
        listenOnce(listener);
      }
    } catch (SQLException broken) {
      log.debug("The listening connection was broken already", broken);
    }
  }

  private void listenOnce(RunListener listener) throws SQLException {
    try {
      if (listener.await(settings.beat())) {
        wake.call();
        keeping.beat();
      }
    } catch (SQLException away) {
      log.warn("The database is not heard, trying again: {}", Failures.describe(away));
      listener.close();
      wake.await(wake.calls(), settings.poll());
    }
  }

  /** Lets the runs end early; another process, or this one after its restart, goes on with them. */
  @Override
  public void stop() {
    running = false;
    keeping.leave();
    wake.call();
    long end = System.nanoTime() + STOP_LIMIT.toNanos();
    for (Thread thread : threads) {
      join(thread, Duration.ofNanos(Math.max(1, end - System.nanoTime())));
    }
    threads.clear();
    keeping.end();
  }

  private static void join(Thread thread, Duration limit) {
    try {
      thread.join(limit);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
