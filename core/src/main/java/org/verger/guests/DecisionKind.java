package org.verger.guests;

import java.util.Arrays;
import java.util.Locale;

/** What a guest decided. */
public enum DecisionKind {
  SALVATION,
  BAPTISM,
  MEMBERSHIP,
  RECOMMITMENT;

  /** The form in which it is stored: {@code baptism}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the form that {@link #code} gives.
   *
   * @throws IllegalArgumentException when there is no such kind
   */
  public static DecisionKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "A decision is one of "
                        + Arrays.stream(values()).map(DecisionKind::code).toList()));
  }
}
