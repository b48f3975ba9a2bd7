package org.verger.time;

import java.time.Duration;

/** The clock of the process engine, where one can be moved. */
public interface EngineClock {

  /**
   * Moves the engine's clock on.
   *
   * @param by a positive duration, added to what was added before
   */
  void advance(Duration by);
}
