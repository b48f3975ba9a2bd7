package org.verger.people;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What somebody is in their family, in the order in which families are shown. */
public enum HouseholdRole {
  HEAD,
  SPOUSE,
  CHILD,
  OTHER;

  /** The form in which it is stored and sent: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The codes of all. */
  public static List<String> codes() {
    return Arrays.stream(values()).map(HouseholdRole::code).toList();
  }

  /**
   * The one with this code.
   *
   * @throws IllegalArgumentException when there is none, with a sentence for who wrote it
   */
  public static HouseholdRole of(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The place in a family is one of " + String.join(", ", codes())));
  }
}
