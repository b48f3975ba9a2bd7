package org.verger.engine;

/** The engine cannot be reached, or has no healthy leader yet. */
final class EngineAwayException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  EngineAwayException(String reason) {
    super(reason);
  }
}
