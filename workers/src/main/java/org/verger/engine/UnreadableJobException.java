package org.verger.engine;

/** A job whose variables and headers do not make up its worker's input. */
final class UnreadableJobException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableJobException(String message) {
    super(message);
  }
}
