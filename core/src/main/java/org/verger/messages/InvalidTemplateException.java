package org.verger.messages;

/** A template cannot be saved; the message says what is wrong with it. */
public final class InvalidTemplateException extends RuntimeException {

  InvalidTemplateException(String message) {
    super(message);
  }

  static InvalidTemplateException forUnknownVariable(String name) {
    return new InvalidTemplateException(
        "There is no variable \"%s\"; these exist: %s".formatted(name, TemplateVariable.known()));
  }
}
