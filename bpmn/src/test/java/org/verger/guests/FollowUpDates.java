package org.verger.guests;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The dates of a follow-up, as the variables that a guest's registration brings. */
final class FollowUpDates {

  static final Duration WELCOME = Duration.ofHours(18);
  static final Duration CALL_DUE = Duration.ofHours(24);
  static final Duration ESCALATION = Duration.ofHours(48);
  static final Duration INVITATION = Duration.ofDays(8);
  static final Duration CHECK_IN = Duration.ofDays(22);
  static final Duration CLOSE = Duration.ofDays(35);

  private FollowUpDates() {}

  static Map<String, Object> from(Instant registered) {
    Map<String, Object> dates = new LinkedHashMap<>();
    dates.put("thankYouAt", registered.toString());
    dates.put("emailAt", registered.plus(WELCOME).toString());
    dates.put("callDueAt", registered.plus(CALL_DUE).toString());
    dates.put("escalateAt", registered.plus(ESCALATION).toString());
    dates.put("invitationAt", registered.plus(INVITATION).toString());
    dates.put("checkInAt", registered.plus(CHECK_IN).toString());
    dates.put("closeAt", registered.plus(CLOSE).toString());
    return dates;
  }
}
