package org.verger.engine;

import java.time.Duration;

/** How long a failed job waits: the fewer retries are left, the longer. */
final class JobBackOff {

  static final Duration SHORTEST = Duration.ofSeconds(2);

  /** What the models give each task; the engine does not tell how many a job started with. */
  private static final int USUAL_RETRIES = 3;

  private static final int MOST_DOUBLINGS = 6;

  private JobBackOff() {}

  /**
   * @param retries what was left before the failure
   */
  static Duration after(int retries) {
    return SHORTEST.multipliedBy(1L << Math.clamp(USUAL_RETRIES - retries, 0, MOST_DOUBLINGS));
  }
}
