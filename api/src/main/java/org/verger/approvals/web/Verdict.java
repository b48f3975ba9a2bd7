package org.verger.approvals.web;

import java.util.UUID;

/**
 * What a decision came to.
 *
 * @param kind decided, counted, said-before, too-late, refused, not-ready, changed or unknown
 * @param requestId whose it is; null when there is none for this person
 * @param sentence for whoever decided, with its full stop
 */
record Verdict(Kind kind, @org.jspecify.annotations.Nullable UUID requestId, String sentence) {

  /** How it ended. */
  enum Kind {
    DECIDED,
    COUNTED,
    SAID_BEFORE,
    TOO_LATE,
    REFUSED,
    NOT_READY,
    CHANGED,
    INVALID,
    UNKNOWN;

    /** The form in which programs get it. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Whether what was said counts. */
    public boolean counts() {
      return this == DECIDED || this == COUNTED || this == SAID_BEFORE;
    }
  }
}
