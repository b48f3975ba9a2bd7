package org.verger.analytics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** To whom a week's report goes, and who has had it. */
@Component
class ReportReaders {

  private final JdbcClient jdbc;
  private final Access access;
  private final Clock clock;

  ReportReaders(JdbcClient jdbc, Access access, Clock clock) {
    this.jdbc = jdbc;
    this.access = access;
    this.clock = clock;
  }

  /** Adds those who may read figures somewhere now; how many have not had it. */
  @Transactional
  public int gather(LocalDate week) {
    jdbc.sql(
            """
            INSERT INTO weekly_report (week, person_id) SELECT ?, unnest(?::uuid[])
            ON CONFLICT (week, person_id) DO NOTHING
            """)
        .param(week)
        .param(access.whoReach(Area.REPORTS).stream().map(PersonId::value).toArray(UUID[]::new))
        .update();
    return jdbc.sql("SELECT count(*) FROM weekly_report WHERE week = ? AND settled_at IS NULL")
        .param(week)
        .query(Integer.class)
        .single();
  }

  /** The next ones who have not had it and can be written to now. */
  @Transactional(readOnly = true)
  public List<PersonId> next(LocalDate week, int most) {
    return jdbc.sql(
            """
            SELECT person_id FROM weekly_report
            WHERE week = ? AND settled_at IS NULL AND coalesce(not_before <= ?, true)
            ORDER BY person_id LIMIT ?
            """)
        .params(week, Timestamp.from(clock.instant()), most)
        .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
        .list();
  }

  /** Writes down that somebody has had it, or must not have it. */
  @Transactional
  public void settle(LocalDate week, PersonId reader) {
    jdbc.sql("UPDATE weekly_report SET settled_at = ? WHERE week = ? AND person_id = ?")
        .params(Timestamp.from(clock.instant()), week, reader.value())
        .update();
  }

  /** Writes down that somebody is written to later. */
  @Transactional
  public void putOff(LocalDate week, PersonId reader, Instant until) {
    jdbc.sql("UPDATE weekly_report SET not_before = ? WHERE week = ? AND person_id = ?")
        .params(Timestamp.from(until), week, reader.value())
        .update();
  }

  /** When the first of those can be written to who have not had it; empty when all have. */
  @Transactional(readOnly = true)
  public Optional<Instant> nextTime(LocalDate week) {
    @Nullable Timestamp first =
        jdbc.sql(
                """
                SELECT min(coalesce(not_before, ?)) FROM weekly_report
                WHERE week = ? AND settled_at IS NULL
                """)
            .params(Timestamp.from(clock.instant()), week)
            .query((row, number) -> row.getTimestamp(1))
            .list()
            .getFirst();
    return Optional.ofNullable(first).map(Timestamp::toInstant);
  }
}
