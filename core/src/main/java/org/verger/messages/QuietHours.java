package org.verger.messages;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which nobody is written to, in local time. Two equal times mean that there are none.
 *
 * @param from when they begin
 * @param until when they end; earlier than {@code from} when they go over midnight
 */
public record QuietHours(LocalTime from, LocalTime until) {

  /** 21:00 to 08:00. */
  public static final QuietHours DEFAULT = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));

  /** The first instant, from this one on, that is not in quiet hours. */
  public Instant nextAllowed(Instant at, ZoneId zone) {
    ZonedDateTime local = at.atZone(zone);
    if (!isQuiet(local.toLocalTime())) {
      return at;
    }
    ZonedDateTime end = local.toLocalDate().atTime(until).atZone(zone);
    // On the day the clocks go back the end can come twice; the first one counts unless it is past.
    while (!end.toInstant().isAfter(at)) {
      ZonedDateTime second = end.withLaterOffsetAtOverlap();
      end =
          second.toInstant().isAfter(at)
              ? second
              : end.toLocalDate().plusDays(1).atTime(until).atZone(zone);
    }
    return end.toInstant();
  }

  private boolean isQuiet(LocalTime time) {
    boolean started = !time.isBefore(from);
    boolean over = !time.isBefore(until);
    return from.isBefore(until) ? started && !over : !from.equals(until) && (started || !over);
  }
}
