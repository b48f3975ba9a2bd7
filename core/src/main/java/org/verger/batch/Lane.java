package org.verger.batch;

import java.util.Locale;

/** Where a run waits: each lane has threads of its own, so that one does not delay the other. */
public enum Lane {
  /** Short work that has to be done by the morning. */
  NIGHTLY,
  /** Work on many rows; a church has one such run at a time. */
  BULK;

  /** The form in which it is stored: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
