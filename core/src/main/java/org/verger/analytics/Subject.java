package org.verger.analytics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.verger.organisation.Area;
import org.verger.validation.InvalidInputException;

/** What figures are about. */
public enum Subject {
  ATTENDANCE,
  GIVING,
  FUNNEL,
  APPROVALS,
  RETENTION,
  MESSAGES;

  /** The form in which it is stored and named in addresses: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The areas in which a reader needs a right. */
  public List<Area> areas() {
    return this == GIVING ? List.of(Area.REPORTS, Area.MONEY) : List.of(Area.REPORTS);
  }

  /** The table of its figures. */
  String table() {
    return "figure_" + code();
  }

  /**
   * The subject with this code.
   *
   * @throws InvalidInputException naming {@code subject} when there is none
   */
  public static Subject of(String code) {
    return Arrays.stream(values())
        .filter(subject -> subject.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "subject",
                    "Give one of "
                        + String.join(", ", Arrays.stream(values()).map(Subject::code).toList())));
  }
}
