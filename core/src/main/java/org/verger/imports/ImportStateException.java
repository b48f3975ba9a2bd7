package org.verger.imports;

/**
 * An import is not in the state that something needs. The message says what it is in and what can
 * be done.
 */
public final class ImportStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImportStateException(String sentence) {
    super(sentence);
  }
}
