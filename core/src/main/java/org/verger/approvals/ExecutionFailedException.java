package org.verger.approvals;

/** What was approved cannot be done; the message says what somebody has to put right. */
public final class ExecutionFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ExecutionFailedException(String message) {
    super(message);
  }
}
