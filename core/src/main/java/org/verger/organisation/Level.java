package org.verger.organisation;

import java.util.Locale;

/** The default levels of the tree; a church may label them differently. */
public enum Level {
  NATIONAL,
  REGIONAL,
  CAMPUS,
  GROUP,
  DEPARTMENT;

  /** The form in which it is stored: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a unit of this level can be a child of one of that level. */
  public boolean mayBeBelow(Level above) {
    return switch (this) {
      case NATIONAL -> false;
      case REGIONAL -> above == NATIONAL;
      case CAMPUS -> above == NATIONAL || above == REGIONAL;
      case GROUP -> above != GROUP;
      case DEPARTMENT -> above == CAMPUS;
    };
  }

  /**
   * The level with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Level of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
