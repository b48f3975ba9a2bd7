package org.verger.organisation;

/** The person may not do this; the message says what would be needed. */
public final class NotAllowedException extends RuntimeException {

  public NotAllowedException(String message) {
    super(message);
  }
}
