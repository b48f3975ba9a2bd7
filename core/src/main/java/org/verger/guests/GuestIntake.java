package org.verger.guests;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes what a connect form says. Each method belongs to the transaction that is open. */
@Component
class GuestIntake {

  private static final String UNIT =
      """
      SELECT coalesce(
        (SELECT unit_id FROM campaign WHERE code = ?),
        (SELECT default_unit_id FROM guest_follow_up_setting),
        (SELECT (array_agg(id))[1] FROM unit WHERE level = 'campus' HAVING count(*) = 1),
        (SELECT id FROM unit WHERE parent_id IS NULL ORDER BY path LIMIT 1)) AS unit_id
      """;

  // Each guest of the set that follows begins it now.
  private static final String FOLLOW_UP =
      """
      INSERT INTO guest_follow_up (guest_id, started_at, thank_you_at, email_at, call_due_at,
        escalate_at, invitation_at, check_in_at, close_at)
      SELECT id, :now, :thankYouAt, :emailAt, :callDueAt, :escalateAt, :invitationAt,
        :checkInAt, :closeAt
      FROM
      """;

  // All or nothing, by the unique numbers and addresses: whoever is second writes none of it.
  private static final String INSERT =
      """
      WITH new_guest AS (
        INSERT INTO guest (id, first_name, last_name, phone, email, language, campaign, unit_id,
          stage, stage_since, created_at)
        VALUES (:id, :firstName, :lastName, :phone, :email, :language, :campaign, :unit,
          'new', :now, :now)
        ON CONFLICT DO NOTHING RETURNING id),
      stage AS (
        INSERT INTO guest_stage_change (guest_id, to_stage, cause, at)
        SELECT id, 'new', 'connect-form', :now FROM new_guest),
      activity AS (
        INSERT INTO guest_activity (guest_id, kind, detail, at)
        SELECT id, 'connect-form', :note::text, :now FROM new_guest),
      follow_up AS (%s new_guest)
      SELECT id FROM new_guest
      """
          .formatted(FOLLOW_UP);

  private final JdbcClient jdbc;

  GuestIntake(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The unit that cares for guests of this campaign. */
  @Nullable UUID unitFor(@Nullable String campaign) {
    return jdbc.sql(UNIT)
        .param(campaign)
        .query((row, number) -> Optional.ofNullable(row.getObject("unit_id", UUID.class)))
        .single()
        .orElse(null);
  }

  /** Adds the guest with stage, activity and follow-up; empty when phone or e-mail are known. */
  Optional<GuestId> insert(
      CheckedForm form, @Nullable UUID unit, FollowUpSchedule schedule, Instant now) {
    return planned(INSERT, schedule, now)
        .param("id", UUID.randomUUID())
        .param("firstName", form.firstName())
        .param("lastName", form.lastName())
        .param("phone", form.phone())
        .param("email", form.email())
        .param("language", form.language())
        .param("campaign", form.campaign())
        .param("unit", unit)
        .param("note", form.note())
        .query((row, number) -> new GuestId(row.getObject("id", UUID.class)))
        .optional();
  }

  /** Begins the follow-up of guests who are there already. */
  void followUp(List<GuestId> guests, FollowUpSchedule schedule, Instant now) {
    planned(FOLLOW_UP + " unnest(:guests::uuid[]) AS guest (id)", schedule, now)
        .param("guests", guests.stream().map(GuestId::value).toArray(UUID[]::new))
        .update();
  }

  private JdbcClient.StatementSpec planned(String sql, FollowUpSchedule schedule, Instant now) {
    return jdbc.sql(sql)
        .param("now", Timestamp.from(now))
        .param("thankYouAt", Timestamp.from(schedule.thankYouAt()))
        .param("emailAt", Timestamp.from(schedule.emailAt()))
        .param("callDueAt", Timestamp.from(schedule.callDueAt()))
        .param("escalateAt", Timestamp.from(schedule.escalateAt()))
        .param("invitationAt", Timestamp.from(schedule.invitationAt()))
        .param("checkInAt", Timestamp.from(schedule.checkInAt()))
        .param("closeAt", Timestamp.from(schedule.closeAt()));
  }

  /** Who has the phone or the e-mail, whoever has the phone first; locked. */
  List<GuestId> known(CheckedForm form) {
    return jdbc.sql(
            """
            SELECT id FROM guest WHERE phone = :phone OR email = :email
            ORDER BY (phone = :phone) IS TRUE DESC FOR UPDATE
            """)
        .param("phone", form.phone())
        .param("email", form.email())
        .query((row, number) -> new GuestId(row.getObject("id", UUID.class)))
        .list();
  }

  /** Adds the phone or the e-mail where the guest had given none. */
  void complete(GuestId guest, CheckedForm form) {
    jdbc.sql(
            """
            UPDATE guest
            SET phone = coalesce(phone, :phone), email = coalesce(email, :email),
              last_name = coalesce(nullif(last_name, ''), :lastName), version = version + 1
            WHERE id = :id AND (phone IS NULL AND :phone::text IS NOT NULL
              OR email IS NULL AND :email::text IS NOT NULL OR last_name = '' AND :lastName <> '')
            """)
        .param("id", guest.value())
        .param("phone", form.phone())
        .param("email", form.email())
        .param("lastName", form.lastName())
        .update();
  }

  /** Keeps that two guests may be one person. */
  void suspect(GuestId guest, GuestId other, Instant now) {
    jdbc.sql(
            """
            INSERT INTO guest_possible_duplicate (guest_id, other_id, at) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """)
        .params(guest.value(), other.value(), Timestamp.from(now))
        .update();
  }
}
