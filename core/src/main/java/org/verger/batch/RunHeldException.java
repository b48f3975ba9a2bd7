package org.verger.batch;

/**
 * A step found what somebody has to put right before the run can go on; the run is then {@link
 * RunState#HELD}, and a restart begins with this step.
 */
public final class RunHeldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param reason a sentence without personal data, shown to those who look after the church
   */
  public RunHeldException(String reason) {
    super(reason);
  }

  /** The sentence. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
