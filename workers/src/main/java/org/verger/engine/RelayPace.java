package org.verger.engine;

import java.time.Duration;

/**
 * How many commands the relay offers at once and how long it waits in between. It offers half as
 * many when the engine says that it is busy, and a few more each time it takes all. When the engine
 * takes nothing at all, it is asked less and less, and only with a few commands: the others need
 * not be put off one by one, and go at once when it is back. For one thread.
 */
final class RelayPace {

  private static final int LEAST = 10;
  private static final int STEP = 10;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final int most;
  private int window;
  private Duration pause = Duration.ZERO;

  RelayPace(int most) {
    this.most = most;
    this.window = most;
  }

  int window() {
    return window;
  }

  /** How long to wait before the next commands. */
  Duration pause() {
    return pause;
  }

  /** Whether the engine took nothing the last time. */
  boolean isHeld() {
    return pause.compareTo(FIRST_PAUSE) > 0;
  }

  void after(OutboxBatch.Result result) {
    if (result.accepted() == 0 && result.busy() + result.refused() > 0) {
      window = LEAST;
      pause = longer();
    } else if (result.busy() > 0) {
      window = Math.max(LEAST, window / 2);
      pause = FIRST_PAUSE;
    } else if (result.accepted() > 0) {
      window = Math.min(most, window + STEP);
      pause = Duration.ZERO;
    }
  }

  private Duration longer() {
    Duration doubled = pause.isZero() ? FIRST_PAUSE.multipliedBy(2) : pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
