package org.verger.approvals;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an approver can say. */
public enum Decision {
  APPROVE,
  DECLINE,
  /** Send back to the requester for changes. */
  RETURN;

  /** The form in which it is stored and sent: small letters. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The decision with this code, if there is one. */
  public static Optional<Decision> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
