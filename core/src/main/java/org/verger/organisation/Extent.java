package org.verger.organisation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a right reaches, seen from the unit at which the role is held; the widest comes first.
 */
public enum Extent {
  /** The whole church. */
  FULL,
  /** The region that the unit lies in; a unit above the regions with all below it. */
  REGION,
  /** The campus that the unit lies in; a unit above the campuses with all below it. */
  CAMPUS,
  /** The unit with all below it. */
  GROUP,
  /** Only what one has a task or took a part in. */
  LIMITED,
  NONE;

  /** Whether it reaches as far as the other, or further. */
  public boolean isAtLeast(Extent other) {
    return compareTo(other) <= 0;
  }

  /** The form in which it is stored: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The extent with this code, if there is one. */
  public static Optional<Extent> of(String code) {
    return Arrays.stream(values()).filter(extent -> extent.code().equals(code)).findFirst();
  }
}
