package org.verger.demo;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.time.ClockKeeper;
import org.verger.time.MovableClock;

/**
 * Moves time on from one due timer to the next, so that what happens on the way happens on its own
 * day and not all at once at the end.
 */
@Component
@ConditionalOnBooleanProperty("verger.demo")
public class DemoTime {

  private static final Duration LONGEST_SETTLING = Duration.ofSeconds(10);
  private static final Duration LONGEST_WALK = Duration.ofSeconds(60);

  // Timers within this span of each other are reached in one step.
  private static final Duration STEP = Duration.ofMinutes(5);

  // The engine looks at its timers about ten times a second, and the projection follows in a few
  // ms.
  private static final Duration LOOK = Duration.ofMillis(100);

  private static final String BUSY =
      """
      SELECT EXISTS (SELECT FROM shared.outbox WHERE attempts = 0)
          OR EXISTS (SELECT FROM engine.timer WHERE state = 'open' AND due_at <= ?)
          OR EXISTS (SELECT FROM engine.job WHERE state = 'open')
      """;

  private final ClockKeeper keeper;
  private final MovableClock clock;
  private final JdbcClient jdbc;

  DemoTime(ClockKeeper keeper, MovableClock clock, JdbcClient jdbc) {
    this.keeper = keeper;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** The time it is for everything that runs here. */
  public Instant now() {
    return clock.instant();
  }

  /**
   * Moves time on by {@code by} and lets what falls due on the way happen. After a minute of
   * walking the rest is done in one step.
   *
   * @param by positive, at most a year
   * @return the time it is then
   */
  public synchronized Instant advance(Duration by) {
    Instant target = now().plus(by);
    long walkUntil = System.nanoTime() + LONGEST_WALK.toNanos();
    settle();
    while (System.nanoTime() < walkUntil && now().isBefore(target)) {
      keeper.advance(step(target));
      settle();
    }
    if (now().isBefore(target)) {
      keeper.advance(Duration.between(now(), target));
    }
    return now();
  }

  private Duration step(Instant target) {
    Instant next = nextTimer().map(due -> due.plus(STEP)).orElse(target);
    Duration step = Duration.between(now(), next.isBefore(target) ? next : target);
    return step.compareTo(LOOK) < 0 ? LOOK : step;
  }

  private Optional<Instant> nextTimer() {
    return jdbc.sql("SELECT min(due_at) FROM engine.timer WHERE state = 'open' AND due_at > ?")
        .param(Timestamp.from(now()))
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }

  // Quiet twice in a row: between a finished job and the next one the projection shows neither.
  private void settle() {
    long until = System.nanoTime() + LONGEST_SETTLING.toNanos();
    int quiet = 0;
    while (quiet < 3 && System.nanoTime() < until) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK.toMillis()));
      quiet = isBusy() ? 0 : quiet + 1;
    }
  }

  private boolean isBusy() {
    return jdbc.sql(BUSY).param(Timestamp.from(now())).query(Boolean.class).single();
  }
}
