package org.verger.guests;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/**
 * When the steps of the follow-up are due. Days are counted from the day of the form, times are the
 * church's local time.
 *
 * @param defaultUnit who cares for guests whose campaign names no unit; when null the only campus,
 *     and when there are none or several the national unit
 */
public record FollowUpSettings(
    int emailAfterDays,
    LocalTime emailTime,
    Duration callDue,
    Duration escalate,
    int invitationDays,
    int checkInDays,
    LocalTime messageTime,
    int closeDays,
    @Nullable UnitId defaultUnit) {

  /** Next morning, 24 and 48 hours, week 2, week 4, day 35. */
  public static final FollowUpSettings DEFAULT =
      new FollowUpSettings(
          1,
          LocalTime.of(9, 0),
          Duration.ofHours(24),
          Duration.ofHours(48),
          8,
          22,
          LocalTime.of(10, 0),
          35,
          null);

  public FollowUpSettings {
    if (!inOrder(emailAfterDays, invitationDays, checkInDays, closeDays)) {
      throw new IllegalArgumentException(
          "The steps must follow each other: e-mail, invitation, check-in, end");
    }
    if (callDue.isNegative() || callDue.isZero() || escalate.compareTo(callDue) <= 0) {
      throw new IllegalArgumentException("The call must be due before it is escalated");
    }
  }

  private static boolean inOrder(int email, int invitation, int checkIn, int close) {
    return email >= 0 && email <= invitation && invitation <= checkIn && checkIn < close;
  }
}
