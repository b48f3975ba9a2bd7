package org.verger.guests;

import java.util.Arrays;

/** How a guest leaves the follow-up before its end. */
public enum Exit {
  OPTED_OUT("optedOut", Stage.OPTED_OUT),
  MOVED_AWAY("movedAway", Stage.MOVED_AWAY),
  DUPLICATE("duplicate", Stage.DUPLICATE),
  UNREACHABLE("unreachable", Stage.UNREACHABLE);

  private final String code;
  private final Stage stage;

  Exit(String code, Stage stage) {
    this.code = code;
    this.stage = stage;
  }

  /** The value of the process variable {@code exit}. */
  public String code() {
    return code;
  }

  /** The stage that it leads to. */
  public Stage stage() {
    return stage;
  }

  /**
   * Reads the form that {@link #code} gives.
   *
   * @throws IllegalArgumentException when there is no such exit
   */
  public static Exit of(String code) {
    return Arrays.stream(values())
        .filter(exit -> exit.code.equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no exit \"" + code + "\""));
  }
}
