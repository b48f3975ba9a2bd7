package org.verger.approvals;

import java.util.Locale;

/** How far a request has come. */
public enum Status {
  /** Somebody is to decide. */
  SUBMITTED,
  /** The requester is to change something. */
  RETURNED,
  /** All have said yes, and what was asked for is being done. */
  APPROVED,
  /** What was asked for is done; each kind has a word of its own for it. */
  DONE,
  DECLINED,
  WITHDRAWN;

  /** The form in which it is stored: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether somebody still may decide, change or withdraw it. */
  public boolean isOpen() {
    return this == SUBMITTED || this == RETURNED;
  }

  /**
   * The status with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Status of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
