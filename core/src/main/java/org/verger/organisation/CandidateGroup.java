package org.verger.organisation;

/**
 * Those who may take a task: whoever holds a role at a unit. Never a person.
 *
 * @param unit the unit at which the role is held, not one below it
 */
public record CandidateGroup(Role role, UnitId unit) {

  /**
   * Reads {@code <role>@<unitId>}.
   *
   * @throws IllegalArgumentException when the text has another form
   */
  public static CandidateGroup parse(String text) {
    int at = text.indexOf('@');
    if (at < 0) {
      throw new IllegalArgumentException(
          "A candidate group is written <role>@<unitId>; this is not: " + text);
    }
    return new CandidateGroup(
        new Role(text.substring(0, at)), UnitId.parse(text.substring(at + 1)));
  }

  /** The form in which the engine knows it: {@code <role>@<unitId>}. */
  public String format() {
    return role + "@" + unit;
  }

  @Override
  public String toString() {
    return format();
  }
}
