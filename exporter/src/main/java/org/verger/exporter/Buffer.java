package org.verger.exporter;

import io.camunda.zeebe.exporter.api.ExporterException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What lies between the broker's thread and the one that writes to the database. */
final class Buffer {

  static final String REFUSAL = "The buffer is full and the database fails; the event comes again";

  private final int capacity;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Condition emptied = lock.newCondition();

  private List<Change<?>> changes = new ArrayList<>();
  private long position = -1;
  private Instant at = Instant.EPOCH;
  private boolean dirty;
  private boolean failing;

  /**
   * @param capacity changes after which the broker's thread has to wait
   * @param patience how long it waits; it must be longer than writing a full buffer takes
   */
  Buffer(int capacity, Duration patience) {
    this.capacity = capacity;
    this.patience = patience;
  }

  /**
   * Appends what one event changes. Waits while the buffer is full and the database works: throwing
   * makes the broker back off for seconds.
   *
   * @throws ExporterException when it is full and the database fails; nothing was appended then and
   *     the broker comes again with the same event
   */
  void add(List<? extends Change<?>> more, long eventPosition, Instant eventTime) {
    lock.lock();
    try {
      awaitRoom();
      changes.addAll(more);
      position = eventPosition;
      at = eventTime;
      dirty = true;
      filled.signal();
    } finally {
      lock.unlock();
    }
  }

  private void awaitRoom() {
    long nanos = patience.toNanos();
    while (changes.size() >= capacity) {
      if (failing || nanos <= 0) {
        throw new ExporterException(REFUSAL);
      }
      nanos = awaitEmptied(nanos);
    }
  }

  private long awaitEmptied(long nanos) {
    try {
      return emptied.awaitNanos(nanos);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ExporterException("Interrupted while waiting for the database", interrupted);
    }
  }

  /** Removes everything; waits until there is something. */
  Batch take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!dirty) {
        filled.await();
      }
      Batch batch = new Batch(changes, position, at);
      changes = new ArrayList<>();
      dirty = false;
      emptied.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Says whether it makes sense to wait for room. */
  void setFailing(boolean failing) {
    lock.lock();
    try {
      this.failing = failing;
      emptied.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
