package org.verger.people;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/**
 * Finds members who have not been active for three months, and those who are again. What a day's
 * sweep finds follows from the records up to that day, so one that is late finds what those before
 * it would have found, also of people who have come back meanwhile.
 */
@Component
public class FindInactive {

  // Both who has not come since, and who came back in the days that no sweep has come to.
  private static final String FIND =
      """
      WITH member AS (
        SELECT id, coalesce(joined_on, (created_at AT TIME ZONE :zone)::date) AS joined
        FROM person WHERE active AND membership = 'member'),
      gap AS (
        SELECT m.id AS person_id, coalesce(last.day, m.joined) AS since, NULL::date AS next,
          NULL::date AS after
        FROM member m CROSS JOIN LATERAL (
          SELECT max(a.day) AS day FROM person_activity a
          WHERE a.person_id = m.id AND a.day <= :day) last
        UNION
        SELECT m.id, coalesce(before.day, m.joined), a.day, state.through
        FROM person_lapse_state state
        JOIN person_activity a ON a.day > state.through AND a.day <= :day
        JOIN member m ON m.id = a.person_id
        CROSS JOIN LATERAL (
          SELECT max(b.day) AS day FROM person_activity b
          WHERE b.person_id = a.person_id AND b.day < a.day) before)
      INSERT INTO person_lapse (person_id, since, found_on, returned_on)
      SELECT person_id, since, (since + INTERVAL '3 months')::date, next FROM gap
      WHERE since + INTERVAL '3 months' <= coalesce(next, :day)
        AND coalesce(since + INTERVAL '3 months' > after, true)
        AND (next IS NOT NULL OR NOT EXISTS (
          SELECT FROM person_lapse l WHERE l.person_id = gap.person_id AND l.returned_on IS NULL))
      ON CONFLICT (person_id, since) DO NOTHING
      """;

  // Records of the past may change, so all of them are looked at again.
  private static final String CLOSE =
      """
      UPDATE person_lapse l SET returned_on = back.day
      FROM person_lapse one CROSS JOIN LATERAL (
        SELECT min(a.day) AS day FROM person_activity a
        WHERE a.person_id = one.person_id AND a.day > one.since AND a.day <= :day) back
      WHERE (l.person_id, l.since) = (one.person_id, one.since)
        AND l.returned_on IS DISTINCT FROM back.day
      """;

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Clock clock;

  FindInactive(JdbcClient jdbc, Tenants tenants, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * What a sweep found.
   *
   * @param lapsed occasions that are new
   * @param changed those whose end was found, or is another now
   */
  public record Found(int lapsed, int changed) {}

  /** The day that it is in the church. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), tenants.current().zone());
  }

  /**
   * Sweeps, in one transaction. Done again it finds nothing that was found, and a day before one
   * that was swept changes nothing.
   */
  @Transactional
  public Found sweep(LocalDate day) {
    boolean sweptLater =
        jdbc.sql("SELECT EXISTS (SELECT FROM person_lapse_state WHERE through > ?)")
            .param(day)
            .query(Boolean.class)
            .single();
    if (sweptLater) {
      return new Found(0, 0);
    }
    int changed = jdbc.sql(CLOSE).param("day", day).update();
    int lapsed =
        jdbc.sql(FIND).param("zone", tenants.current().zone().getId()).param("day", day).update();
    jdbc.sql(
            """
            INSERT INTO person_lapse_state (through) VALUES (?)
            ON CONFLICT (single) DO UPDATE SET through = excluded.through
            """)
        .param(day)
        .update();
    return new Found(lapsed, changed);
  }
}
