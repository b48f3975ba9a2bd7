package org.verger.guests;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What comes next for many guests at once, as their schedules and their messages say. */
@Component
public class UpcomingSteps {

  private final JdbcClient jdbc;
  private final Clock clock;

  UpcomingSteps(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The soonest thing that is planned.
   *
   * @param what in words
   */
  public record Step(String guestId, String what, Instant at) {}

  /** The next step of each guest whose follow-up still goes on, by the guest's id. */
  @Transactional(readOnly = true)
  public Map<String, Step> of(Collection<String> guests) {
    return jdbc
        .sql(
            """
            SELECT DISTINCT ON (f.guest_id) f.guest_id, step.what, due.at
            FROM guest_follow_up f JOIN guest g ON g.id = f.guest_id
            CROSS JOIN LATERAL (VALUES
              ('Thank-you SMS', f.thank_you_at, 'guest-thank-you'),
              ('Welcome e-mail', f.email_at, 'guest-welcome'),
              ('Personal call due', f.call_due_at, 'call'),
              ('Invitation', f.invitation_at, 'guest-invitation'),
              ('Check-in', f.check_in_at, 'guest-check-in'),
              ('End of follow-up', f.close_at, 'close')) AS step (what, at, kind)
            LEFT JOIN message_delivery m ON m.business_key = f.guest_id || '/' || step.kind
            CROSS JOIN LATERAL (SELECT coalesce(m.held_until, step.at) AS at) AS due
            WHERE f.guest_id = ANY (?) AND f.ended_at IS NULL AND due.at > ?
              AND g.stage IN ('new', 'contacted', 'connected')
              AND (m.status IS NULL OR m.status = 'held')
              AND NOT (step.kind = 'call' AND EXISTS (SELECT FROM guest_activity a
                       WHERE a.guest_id = f.guest_id AND a.kind = 'call'))
            ORDER BY f.guest_id, due.at
            """)
        .param(guests.stream().map(UUID::fromString).toArray(UUID[]::new))
        .param(Timestamp.from(clock.instant()))
        .query(
            (row, number) ->
                new Step(
                    row.getString("guest_id"),
                    row.getString("what"),
                    row.getTimestamp("at").toInstant()))
        .list()
        .stream()
        .collect(Collectors.toMap(Step::guestId, step -> step));
  }
}
