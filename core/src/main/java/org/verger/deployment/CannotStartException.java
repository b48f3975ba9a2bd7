package org.verger.deployment;

import org.jspecify.annotations.Nullable;

/**
 * Says in one plain sentence what keeps the application, or a program it needs, from starting and
 * what to do about it. The message is shown to the person at the keyboard as it is.
 */
public final class CannotStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /** Without an exception behind it. */
  public CannotStartException(String sentence) {
    this(sentence, null);
  }

  /** With the exception that says more to somebody who reads the log. */
  public CannotStartException(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.sentence = sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }
}
