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

  static Level of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
