package org.verger.machine;

import org.verger.deployment.CannotStartException;

/** A program that the application runs beside itself and cannot do without. */
public interface Program {

  /** What people call it, as the beginning of a sentence. */
  String name();

  /**
   * Starts it, or starts it again where it was before, and returns when it serves.
   *
   * @throws CannotStartException when it does not come up
   */
  ProcessHandle start() throws InterruptedException;

  /** Stops it in an orderly way, in whatever state it is, and returns when it is gone. */
  void stop();
}
