package org.verger.guests;

import java.util.Map;

/** A connect form cannot be taken; every field that is wrong is named, each with a sentence. */
public final class InvalidConnectFormException extends RuntimeException {

  private final transient Map<String, String> errors;

  InvalidConnectFormException(Map<String, String> errors) {
    super("The form needs another look at: " + String.join(", ", errors.keySet()));
    this.errors = errors;
  }

  /** What is wrong, by the name of the field in {@link ConnectForm}. */
  public Map<String, String> errors() {
    return errors;
  }
}
