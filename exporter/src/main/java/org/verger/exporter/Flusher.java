package org.verger.exporter;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.slf4j.Logger;

/**
 * Writes what is in the buffer, as soon as there is something. A thread of its own: the broker's
 * timers are coarse when it is idle. A batch is repeated until the database has taken it.
 */
final class Flusher implements Runnable {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration GATHERING = Duration.ofMillis(10);

  private final Buffer buffer;
  private final Database database;
  private final LongConsumer acknowledge;
  private final Logger log;
  private boolean failing;

  /**
   * @param acknowledge is told the position up to which everything is committed
   */
  Flusher(Buffer buffer, Database database, LongConsumer acknowledge, Logger log) {
    this.buffer = buffer;
    this.database = database;
    this.acknowledge = acknowledge;
    this.log = log;
  }

  @Override
  public void run() {
    try (database) {
      while (!Thread.currentThread().isInterrupted()) {
        Batch batch = buffer.take();
        storeUntilCommitted(batch);
        acknowledge.accept(batch.position());
        // Without it, a busy broker's events are committed by threes.
        TimeUnit.NANOSECONDS.sleep(GATHERING.toNanos());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      buffer.setFailing(true);
    }
  }

  private void storeUntilCommitted(Batch batch) throws InterruptedException {
    while (!stored(batch)) {
      TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
    }
  }

  private boolean stored(Batch batch) {
    try {
      database.store(batch);
      recovered();
      return true;
    } catch (SQLException failure) {
      failed(failure);
      return false;
    }
  }

  private void recovered() {
    if (failing) {
      failing = false;
      buffer.setFailing(false);
      log.info("The database takes what the engine did again");
    }
  }

  private void failed(SQLException failure) {
    database.close();
    buffer.setFailing(true);
    if (!failing) {
      failing = true;
      log.warn("The database does not take what the engine did, retrying: {}", reason(failure));
    }
  }

  private static String reason(SQLException failure) {
    return failure.getSQLState() + " " + failure.getMessage();
  }
}
