package org.verger.messages;

/** The provider cannot be reached or answers with trouble that passes: try again later. */
public final class ChannelUnavailableException extends RuntimeException {

  public ChannelUnavailableException(String message) {
    super(message);
  }

  public ChannelUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
