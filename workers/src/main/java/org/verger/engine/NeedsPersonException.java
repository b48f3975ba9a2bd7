package org.verger.engine;

/** The work cannot be done until somebody puts something right. */
public final class NeedsPersonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param message what is to be put right; shown with the incident, so without personal data
   */
  public NeedsPersonException(String message) {
    super(message);
  }
}
