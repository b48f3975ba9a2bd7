package org.verger.guests;

import java.util.Arrays;
import java.util.Locale;

/** Where a guest stands, in the order of the way; the last four are the exits. */
public enum Stage {
  NEW,
  CONTACTED,
  CONNECTED,
  DECIDED,
  IN_DISCIPLESHIP,
  MEMBER,
  OPTED_OUT,
  UNREACHABLE,
  DUPLICATE,
  MOVED_AWAY;

  /** The form in which it is stored and shown to programs: {@code in-discipleship}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The form in which people read it: {@code In discipleship}. */
  public String label() {
    String words = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** Whether a guest in this stage has left the way. */
  public boolean isExit() {
    return compareTo(OPTED_OUT) >= 0;
  }

  /**
   * Reads the form that {@link #code} gives.
   *
   * @throws IllegalArgumentException when there is no such stage
   */
  public static Stage of(String code) {
    return Arrays.stream(values())
        .filter(stage -> stage.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no stage \"%s\"; a stage is one of %s"
                        .formatted(code, Arrays.stream(values()).map(Stage::code).toList())));
  }
}
