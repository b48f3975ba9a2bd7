package org.verger.giving;

import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the statements of a year, one for each giver. A statement whose gifts are still the same is
 * left alone; where they changed it gets a version that replaces the one before, under its number.
 */
@Component
public class MakeStatements {

  /** How many givers a call takes unless told otherwise. */
  public static final int AT_ONCE = 300;

  // An existing number goes into the insert too, where it meets its own row and stays.
  private static final String MAKE =
      """
      WITH gift AS (
        SELECT c.*, row_number() OVER (PARTITION BY c.person_id ORDER BY c.given_on, c.id) AS place
        FROM contribution c
        WHERE c.person_id = ANY (:givers::uuid[]) AND c.given_on BETWEEN :from AND :to),
      fresh AS (
        SELECT giver.id AS person_id,
          coalesce(array_agg(DISTINCT g.unit_id) FILTER (WHERE g.id IS NOT NULL), '{}') AS units,
          md5(coalesce(string_agg(concat_ws('/', g.id, g.given_on, g.fund_id, g.unit_id, g.method,
            g.amount, g.currency), ' ' ORDER BY g.id), '')) AS print
        FROM unnest(:givers::uuid[]) AS giver (id) LEFT JOIN gift g ON g.person_id = giver.id
        GROUP BY 1),
      changed AS (
        SELECT f.*, s.number,
          row_number() OVER (PARTITION BY s.number IS NULL ORDER BY f.person_id)::integer AS turn
        FROM fresh f LEFT JOIN giving_statement s ON s.year = :year AND s.person_id = f.person_id
        WHERE s.print IS DISTINCT FROM f.print),
      kept AS (
        INSERT INTO giving_statement AS s (id, year, number, person_id, version, print)
        SELECT gen_random_uuid(), :year, coalesce(c.number, :lastNumber + c.turn), c.person_id, 1,
          c.print
        FROM changed c
        ON CONFLICT (year, person_id)
          DO UPDATE SET version = s.version + 1, print = excluded.print
        RETURNING s.id, s.version, s.person_id),
      versions AS (
        INSERT INTO giving_statement_version (statement_id, version, made_at, name, street, city,
          region, postal_code, country, units)
        SELECT k.id, k.version, :now, trim(p.given_name || ' ' || p.family_name), h.street, h.city,
          h.region, h.postal_code, h.country, c.units
        FROM kept k JOIN changed c USING (person_id) JOIN person p ON p.id = k.person_id
        LEFT JOIN household h ON h.id = p.household_id),
      lines AS (
        INSERT INTO giving_statement_line (statement_id, version, place, gift_id, given_on, fund,
          method, amount, currency)
        SELECT k.id, k.version, g.place, g.id, g.given_on, f.name, g.method, g.amount, g.currency
        FROM kept k JOIN gift g USING (person_id) LEFT JOIN fund f ON f.id = g.fund_id)
      SELECT count(*) FILTER (WHERE version = 1) AS made, count(*) FILTER (WHERE version > 1) AS replaced
      FROM kept
      """;

  private final JdbcClient jdbc;
  private final StatementPass pass;
  private final TakeBackContribution.Today today;

  MakeStatements(JdbcClient jdbc, StatementPass pass, TakeBackContribution.Today today) {
    this.jdbc = jdbc;
    this.pass = pass;
    this.today = today;
  }

  /**
   * What became of some givers' statements.
   *
   * @param givers how many were looked at; none at the end
   * @param made new ones
   * @param replaced those that got another version
   */
  public record Made(int givers, int made, int replaced) {}

  private record Count(int made, int replaced) {}

  /** Whether a year is over in the church's own time. */
  public boolean isOver(int year) {
    return today.day().getYear() > year;
  }

  /** Begins a pass over the givers of a year; how many there are. */
  @Transactional
  public long begin(int year) {
    return pass.begin(year);
  }

  /**
   * Makes the statements of the next givers of the pass, in one transaction: what fails has drawn
   * no number. Call it until there are no more givers.
   *
   * @param most how many givers
   * @throws IllegalStateException when no pass was begun
   */
  @Transactional
  public Made next(int year, int most) {
    StatementPass.Place place = pass.lock(year);
    List<UUID> givers = pass.givers(year, place, most);
    if (givers.isEmpty()) {
      return new Made(0, 0, 0);
    }
    Count count =
        StatementPass.within(year, jdbc.sql(MAKE))
            .param("givers", givers.toArray(UUID[]::new))
            .param("lastNumber", place.lastNumber())
            .param("now", Timestamp.from(today.clock().instant()))
            .query(Count.class)
            .single();
    pass.moveOn(year, givers.getLast(), count.made());
    return new Made(givers.size(), count.made(), count.replaced());
  }
}
