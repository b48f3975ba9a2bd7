package org.verger.groups;

import java.util.Arrays;
import java.util.Locale;

/** What somebody is in a group. */
public enum GroupRole {
  LEADER,
  MEMBER;

  /** The form in which it is stored and sent: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one with this code.
   *
   * @throws IllegalArgumentException when there is none, with a sentence for who wrote it
   */
  public static GroupRole of(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("In a group one is leader or member"));
  }
}
