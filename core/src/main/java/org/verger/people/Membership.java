package org.verger.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How somebody belongs to the church. */
public enum Membership {
  VISITOR,
  ATTENDER,
  MEMBER,
  FORMER;

  /** The form in which it is stored and sent: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The codes of all. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(Membership::code).toList();
  }

  /**
   * The one with this code.
   *
   * @throws IllegalArgumentException when there is none, with a sentence for who wrote it
   */
  public static Membership of(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException("Membership is one of " + String.join(", ", codes())));
  }
}
