package org.verger.imports;

import java.util.Arrays;
import java.util.Locale;

/** What becomes of a row of a file. */
public enum RowAction {
  NEW,
  CHANGED,
  /** What the row says is known already. */
  SAME,
  /** Likely something that is known already; a person decides, until then it is left alone. */
  DUPLICATE,
  /** It cannot be taken; the row says why. */
  REJECTED,
  /** A person decided against it. */
  LEFT_OUT;

  /** As the API and the database write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The action with this code. */
  public static RowAction of(String code) {
    return Arrays.stream(values())
        .filter(action -> action.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no action " + code));
  }
}
