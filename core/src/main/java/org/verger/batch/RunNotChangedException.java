package org.verger.batch;

/** What was asked of a run is not possible in the state it is in; the message says which. */
public final class RunNotChangedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunNotChangedException(String message) {
    super(message);
  }
}
