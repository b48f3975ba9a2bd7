package org.verger.guests;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.verger.messages.QuietHours;

/** When each step of one guest's follow-up is due. */
public record FollowUpSchedule(
    Instant thankYouAt,
    Instant emailAt,
    Instant callDueAt,
    Instant escalateAt,
    Instant invitationAt,
    Instant checkInAt,
    Instant closeAt) {

  /** Plans the follow-up of a guest who filled the form in at {@code start}. */
  public static FollowUpSchedule plan(
      Instant start, ZoneId zone, QuietHours quietHours, FollowUpSettings settings) {
    Instant now = start.truncatedTo(ChronoUnit.MILLIS);
    LocalDate day = now.atZone(zone).toLocalDate();
    LocalTime time = settings.messageTime();
    return new FollowUpSchedule(
        quietHours.nextAllowed(now, zone),
        local(day.plusDays(settings.emailAfterDays()), settings.emailTime(), zone),
        now.plus(settings.callDue()),
        now.plus(settings.escalate()),
        local(day.plusDays(settings.invitationDays()), time, zone),
        local(day.plusDays(settings.checkInDays()), time, zone),
        local(day.plusDays(settings.closeDays()), time, zone));
  }

  private static Instant local(LocalDate day, LocalTime time, ZoneId zone) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
