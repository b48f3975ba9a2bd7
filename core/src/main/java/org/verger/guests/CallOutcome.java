package org.verger.guests;

import java.util.Arrays;

/** How a personal call ended. */
public enum CallOutcome {
  REACHED("reached"),
  NO_ANSWER("noAnswer"),
  WRONG_NUMBER("wrongNumber");

  private final String code;

  CallOutcome(String code) {
    this.code = code;
  }

  /** The value of the process variable {@code callOutcome}. */
  public String code() {
    return code;
  }

  /**
   * Reads the form that {@link #code} gives.
   *
   * @throws IllegalArgumentException when there is no such outcome
   */
  public static CallOutcome of(String code) {
    return Arrays.stream(values())
        .filter(outcome -> outcome.code.equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A call's outcome is one of "
                        + Arrays.stream(values()).map(CallOutcome::code).toList()));
  }
}
