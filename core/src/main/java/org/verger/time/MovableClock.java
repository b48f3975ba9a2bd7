package org.verger.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The machine's clock plus an offset that only ever grows: the engine's timers know no way back.
 */
public final class MovableClock extends Clock {

  private final Clock machine;
  private volatile Duration offset = Duration.ZERO;

  public MovableClock() {
    this(Clock.systemUTC());
  }

  MovableClock(Clock machine) {
    this.machine = machine;
  }

  /** How far this clock is ahead of the machine's. */
  public Duration offset() {
    return offset;
  }

  /**
   * Sets how far this clock is ahead of the machine's.
   *
   * @throws IllegalArgumentException when that would turn time back
   */
  public synchronized void setOffset(Duration ahead) {
    if (ahead.compareTo(offset) < 0) {
      throw new IllegalArgumentException("Time can only be moved forward");
    }
    offset = ahead;
  }

  @Override
  public Instant instant() {
    return machine.instant().plus(offset);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new IllegalStateException("The zone is the church's: ask the tenant for it");
  }
}
