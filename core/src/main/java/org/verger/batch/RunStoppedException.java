package org.verger.batch;

/**
 * A step found in the middle of its work that the run is to stop, and has taken back what it had
 * begun. A restart begins with this step.
 */
public final class RunStoppedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Stops the step. */
  public RunStoppedException() {
    super("Stopped on request");
  }
}
