package org.verger.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a group is for. */
public enum GroupKind {
  SMALL_GROUP,
  CLASS,
  TEAM,
  OTHER;

  /** The form in which it is stored and sent: small letters with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The codes of all. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(GroupKind::code).toList();
  }

  /**
   * The one with this code.
   *
   * @throws IllegalArgumentException when there is none, with a sentence for who wrote it
   */
  public static GroupKind of(String code) {
    return Arrays.stream(values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("A group is one of " + String.join(", ", codes())));
  }
}
