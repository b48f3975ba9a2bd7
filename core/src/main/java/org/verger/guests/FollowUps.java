package org.verger.guests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.UnitId;

/** The follow-ups of the current church's guests, and its settings for them. */
@Component
public class FollowUps {

  private final JdbcClient jdbc;

  FollowUps(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A guest's follow-up.
   *
   * @param endedAt null while it goes on
   */
  public record FollowUp(FollowUpSchedule schedule, Instant startedAt, @Nullable Instant endedAt) {

    /** Whether its process still waits for something. */
    public boolean isOpen() {
      return endedAt == null;
    }
  }

  /** What is set for all follow-ups to come. */
  @Transactional(readOnly = true)
  public FollowUpSettings settings() {
    return jdbc.sql("SELECT * FROM guest_follow_up_setting")
        .query(FollowUps::readSettings)
        .single();
  }

  /** Changes what is set; follow-ups that have begun keep their schedule. */
  @Transactional
  public void change(FollowUpSettings settings) {
    UnitId unit = settings.defaultUnit();
    jdbc.sql(
            """
            UPDATE guest_follow_up_setting
            SET email_after_days = ?, email_time = ?, call_due_hours = ?, escalate_hours = ?,
              invitation_days = ?, check_in_days = ?, message_time = ?, close_days = ?,
              default_unit_id = ?
            """)
        .param(settings.emailAfterDays())
        .param(settings.emailTime())
        .param(settings.callDue().toHours())
        .param(settings.escalate().toHours())
        .param(settings.invitationDays())
        .param(settings.checkInDays())
        .param(settings.messageTime())
        .param(settings.closeDays())
        .param(unit == null ? null : unit.value())
        .update();
  }

  /** The guest's follow-up, if there was one. */
  @Transactional(readOnly = true)
  public Optional<FollowUp> of(GuestId guest) {
    return jdbc.sql("SELECT * FROM guest_follow_up WHERE guest_id = ?")
        .param(guest.value())
        .query(FollowUps::readFollowUp)
        .optional();
  }

  /** Ends the follow-up; false when it had ended before. */
  boolean end(GuestId guest, @Nullable Exit exit, Instant now) {
    return jdbc.sql(
                """
                UPDATE guest_follow_up SET ended_at = ?, exit = ?
                WHERE guest_id = ? AND ended_at IS NULL
                """)
            .param(Timestamp.from(now))
            .param(exit == null ? null : exit.code())
            .param(guest.value())
            .update()
        > 0;
  }

  private static FollowUpSettings readSettings(ResultSet row, int number) throws SQLException {
    @Nullable UUID unit = row.getObject("default_unit_id", UUID.class);
    return new FollowUpSettings(
        row.getInt("email_after_days"),
        row.getObject("email_time", LocalTime.class),
        Duration.ofHours(row.getInt("call_due_hours")),
        Duration.ofHours(row.getInt("escalate_hours")),
        row.getInt("invitation_days"),
        row.getInt("check_in_days"),
        row.getObject("message_time", LocalTime.class),
        row.getInt("close_days"),
        unit == null ? null : new UnitId(unit));
  }

  private static FollowUp readFollowUp(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp ended = row.getTimestamp("ended_at");
    return new FollowUp(
        new FollowUpSchedule(
            row.getTimestamp("thank_you_at").toInstant(),
            row.getTimestamp("email_at").toInstant(),
            row.getTimestamp("call_due_at").toInstant(),
            row.getTimestamp("escalate_at").toInstant(),
            row.getTimestamp("invitation_at").toInstant(),
            row.getTimestamp("check_in_at").toInstant(),
            row.getTimestamp("close_at").toInstant()),
        row.getTimestamp("started_at").toInstant(),
        ended == null ? null : ended.toInstant());
  }
}
