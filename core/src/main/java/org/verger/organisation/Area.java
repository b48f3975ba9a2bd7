package org.verger.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a right is about. */
public enum Area {
  PEOPLE,
  MONEY,
  EVENTS,
  REPORTS,
  SYSTEM,
  TRAINING,
  MEMBER_DATA;

  /** The form in which it is stored: small letters with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The area with this code, if there is one. */
  public static Optional<Area> of(String code) {
    return Arrays.stream(values()).filter(area -> area.code().equals(code)).findFirst();
  }
}
