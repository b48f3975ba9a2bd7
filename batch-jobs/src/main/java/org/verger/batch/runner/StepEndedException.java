package org.verger.batch.runner;

/** Why a step did not end well, in words that can be stored and shown. */
final class StepEndedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean held;

  StepEndedException(String words, boolean held) {
    super(words, null, false, false);
    this.held = held;
  }

  /** Whether somebody has to put something right first. */
  boolean held() {
    return held;
  }
}
