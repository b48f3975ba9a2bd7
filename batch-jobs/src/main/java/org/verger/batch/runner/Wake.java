package org.verger.batch.runner;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes the threads that wait for a run. What happens between looking and waiting is not missed.
 */
final class Wake {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition called = lock.newCondition();
  private long calls;

  /** How often it was called; to be read before one looks for work. */
  long calls() {
    lock.lock();
    try {
      return calls;
    } finally {
      lock.unlock();
    }
  }

  void call() {
    lock.lock();
    try {
      calls++;
      called.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns once there were more calls than {@code seen}, at the latest after {@code limit}. */
  void await(long seen, Duration limit) {
    lock.lock();
    try {
      long left = limit.toNanos();
      while (calls == seen && left > 0) {
        left = called.awaitNanos(left);
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }
}
