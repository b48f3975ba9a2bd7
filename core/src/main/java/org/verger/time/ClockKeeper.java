package org.verger.time;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves the product's and the engine's time together, and finds it again after a restart. */
@Component
public class ClockKeeper {

  private static final Logger log = LoggerFactory.getLogger(ClockKeeper.class);
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(366);

  private final JdbcClient jdbc;
  private final MovableClock clock;
  private final ObjectProvider<EngineClock> engineClock;
  private final ApplicationEventPublisher events;
  private final boolean demo;

  ClockKeeper(
      JdbcClient jdbc,
      MovableClock clock,
      ObjectProvider<EngineClock> engineClock,
      ApplicationEventPublisher events,
      @Value("${verger.demo:false}") boolean demo) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.engineClock = engineClock;
    this.events = events;
    this.demo = demo;
    restore();
  }

  /**
   * Moves time on.
   *
   * <p>The stored offset comes first, then our clock, then the engine's: what the engine sets in
   * motion must not find our clock behind, and a restarted engine is set to the stored offset.
   *
   * @param by a positive span of at most a year
   * @return the time it is now
   * @throws ClockNotMovableException outside the demo, or when the span is not of that kind
   */
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public synchronized Instant advance(Duration by) {
    if (!demo) {
      throw ClockNotMovableException.outsideTheDemo();
    }
    if (by.compareTo(SHORTEST) < 0 || by.compareTo(LONGEST) > 0) {
      throw ClockNotMovableException.by(by.toString());
    }
    clock.setOffset(add(by));
    engineClock.ifAvailable(engine -> engine.advance(by));
    events.publishEvent(new ClockMoved(by));
    return clock.instant();
  }

  private void restore() {
    Duration stored =
        Duration.ofMillis(
            jdbc.sql("SELECT offset_millis FROM shared.clock").query(Long.class).single());
    if (stored.isZero()) {
      return;
    }
    if (demo) {
      clock.setOffset(stored);
    } else {
      log.warn("The demo moved time on by {}; outside the demo the real time counts", stored);
    }
  }

  private Duration add(Duration by) {
    return Duration.ofMillis(
        jdbc.sql(
                """
                UPDATE shared.clock SET offset_millis = offset_millis + ?
                RETURNING offset_millis
                """)
            .param(by.toMillis())
            .query(Long.class)
            .single());
  }
}
