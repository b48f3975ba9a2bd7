package org.verger.guests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;

/** The guests' rows. Each method is one statement of the transaction that is open. */
@Component
class GuestRecords {

  private static final String SELECT =
      """
      SELECT id, first_name, last_name, phone, email, language, campaign, unit_id, stage,
        stage_since, version
      FROM guest
      """;

  private final JdbcClient jdbc;

  GuestRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The guest, locked until the transaction ends. */
  Guest lock(GuestId id) {
    return jdbc.sql(SELECT + "WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(GuestRecords::read)
        .optional()
        .orElseThrow(() -> new UnknownGuestException(id));
  }

  Guest require(GuestId id) {
    return jdbc.sql(SELECT + "WHERE id = ?")
        .param(id.value())
        .query(GuestRecords::read)
        .optional()
        .orElseThrow(() -> new UnknownGuestException(id));
  }

  Optional<GuestId> withAddress(String address) {
    return jdbc.sql("SELECT id FROM guest WHERE phone = ? OR email = ?")
        .params(address, address)
        .query((row, number) -> new GuestId(row.getObject("id", UUID.class)))
        .optional();
  }

  /** Changes the stage and keeps the change; false when the guest is no longer in {@code from}. */
  boolean move(
      GuestId id, Stage from, Stage to, StageCause cause, @Nullable PersonId by, Instant now) {
    return jdbc.sql(
                """
                WITH moved AS (
                  UPDATE guest SET stage = :to, stage_since = :now, version = version + 1
                  WHERE id = :id AND stage = :from RETURNING id)
                INSERT INTO guest_stage_change (guest_id, from_stage, to_stage, cause, person_id, at)
                SELECT id, :from, :to, :cause, :by::uuid, :now FROM moved
                """)
            .param("id", id.value())
            .param("from", from.code())
            .param("to", to.code())
            .param("cause", cause.code())
            .param("by", by == null ? null : by.value())
            .param("now", Timestamp.from(now))
            .update()
        > 0;
  }

  /** Keeps what happened. */
  void note(
      GuestId id,
      ActivityKind kind,
      @Nullable String result,
      @Nullable String detail,
      @Nullable PersonId by,
      Instant now) {
    jdbc.sql(
            """
            INSERT INTO guest_activity (guest_id, kind, result, detail, person_id, at)
            VALUES (?, ?, ?, ?, ?, ?)
            """)
        .param(id.value())
        .param(kind.code())
        .param(result)
        .param(Texts.given(detail))
        .param(by == null ? null : by.value())
        .param(Timestamp.from(now))
        .update();
  }

  /** The time up to the guest's next leaving: after each leaving it has another id. */
  String stay(GuestId id) {
    long left =
        jdbc.sql("SELECT count(*) FROM guest_activity WHERE guest_id = ? AND kind IN (?, ?)")
            .params(id.value(), ActivityKind.OPTED_OUT.code(), ActivityKind.LEFT.code())
            .query(Long.class)
            .single();
    return left == 0 ? id.toString() : id + "/" + left;
  }

  static Guest read(ResultSet row, int number) throws SQLException {
    @Nullable UUID unit = row.getObject("unit_id", UUID.class);
    return new Guest(
        new GuestId(row.getObject("id", UUID.class)),
        row.getString("first_name"),
        row.getString("last_name"),
        row.getString("phone"),
        row.getString("email"),
        row.getString("language"),
        row.getString("campaign"),
        unit == null ? null : new UnitId(unit),
        Stage.of(row.getString("stage")),
        row.getTimestamp("stage_since").toInstant(),
        row.getInt("version"));
  }
}
