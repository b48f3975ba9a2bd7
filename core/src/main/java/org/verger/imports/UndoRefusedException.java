package org.verger.imports;

/** Undoing an import would lose something that happened since. The message says what. */
public final class UndoRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UndoRefusedException(String sentence) {
    super(sentence);
  }
}
