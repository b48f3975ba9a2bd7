package org.verger.messages;

/** The provider will never take this message; the text says why and is shown to people. */
public final class MessageRefusedException extends RuntimeException {

  public MessageRefusedException(String message) {
    super(message);
  }
}
