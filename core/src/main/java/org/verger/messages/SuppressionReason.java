package org.verger.messages;

import java.util.Locale;

/** Why a message was not sent and never will be. */
public enum SuppressionReason {
  NO_ADDRESS,
  NO_CONSENT,
  STOPPED,
  SUPPRESSION_LIST,

  /** The person has left what the message belongs to. */
  SUBJECT_LEFT;

  /** The form in which it is stored and shown: {@code no-consent}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static SuppressionReason of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
