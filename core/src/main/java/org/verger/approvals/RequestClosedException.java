package org.verger.approvals;

/** The request has gone on, so this can no longer be done; the message says how far it is. */
public final class RequestClosedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RequestClosedException(String message) {
    super(message);
  }
}
