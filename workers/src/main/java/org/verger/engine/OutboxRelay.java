package org.verger.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.verger.deployment.RunsInRole;

/**
 * Hands the outbox to the engine: at once when something is written, and every second for what was
 * put off. Several relays share the work, each passing over what another holds.
 */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class OutboxRelay {

  private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final OutboxBatch batch;
  private final OutboxSignal signal;
  private final RelayPace pace;
  private volatile CountDownLatch stopped = new CountDownLatch(1);
  private @Nullable Thread thread;

  OutboxRelay(OutboxBatch batch, OutboxSignal signal, EngineSettings settings) {
    this.batch = batch;
    this.signal = signal;
    this.pace = new RelayPace(settings.batch());
  }

  void start() {
    stopped = new CountDownLatch(1);
    thread = Thread.ofPlatform().name("outbox-relay").start(this::run);
  }

  /** Returns when the batch that is in flight has been settled. */
  void stop() {
    stopped.countDown();
    Thread relaying = thread;
    if (relaying != null) {
      try {
        relaying.join();
      } catch (InterruptedException hurried) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void run() {
    while (isRunning()) {
      try {
        signal.listen();
        drain();
        signal.await(POLL);
      } catch (SQLException | DataAccessException | TransactionException away) {
        log.warn("The outbox cannot be read, trying again: {}", SafeError.describe(away));
        stopListening();
        waitFor(POLL);
      } catch (RuntimeException unexpected) {
        // Whatever it was, nothing would be handed over any more without this thread.
        log.error("The relay failed, trying again: {}", SafeError.describe(unexpected));
        waitFor(POLL);
      }
    }
    stopListening();
  }

  private void drain() {
    OutboxBatch.Result result;
    do {
      result = batch.handOver(pace.window());
      boolean held = pace.isHeld();
      pace.after(result);
      report(held);
      waitFor(pace.pause());
    } while (isRunning() && !result.isEmpty());
  }

  private void report(boolean held) {
    if (pace.isHeld() && !held) {
      log.warn("The engine takes no commands; they wait in the outbox");
    } else if (held && !pace.isHeld()) {
      log.info("The engine takes commands again");
    }
  }

  private boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void waitFor(Duration time) {
    try {
      stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void stopListening() {
    try {
      signal.close();
    } catch (SQLException broken) {
      log.debug("The listening connection was broken already", broken);
    }
  }
}
