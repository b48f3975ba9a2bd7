package org.verger.giving;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far a pass over the givers of a year has come, and which number comes next. */
@Component
class StatementPass {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  // Person by person through the key, so that a call costs as much as its givers have given.
  private static final String NEXT_GIVERS =
      """
      SELECT p.id FROM person p
      LEFT JOIN LATERAL (
        SELECT 1 AS one FROM contribution c
        WHERE c.person_id = p.id AND c.given_on BETWEEN :from AND :to LIMIT 1) gave ON true
      LEFT JOIN giving_statement s ON s.year = :year AND s.person_id = p.id
      WHERE p.id > :after AND (gave.one IS NOT NULL OR s.id IS NOT NULL)
      ORDER BY p.id LIMIT :most
      """;

  private final JdbcClient jdbc;

  StatementPass(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The place that a pass has come to. */
  record Place(int lastNumber, UUID lookedThrough) {}

  /** Begins anew; how many givers there are, with those who have none left of their gifts. */
  @Transactional(propagation = Propagation.MANDATORY)
  public long begin(int year) {
    jdbc.sql(
            """
            INSERT INTO giving_statement_year (year) VALUES (?)
            ON CONFLICT (year) DO UPDATE SET looked_through = NULL
            """)
        .param(year)
        .update();
    return within(
            year,
            jdbc.sql(
                """
                SELECT count(*) FROM (
                  SELECT person_id FROM contribution
                  WHERE person_id IS NOT NULL AND given_on BETWEEN :from AND :to
                  UNION SELECT person_id FROM giving_statement WHERE year = :year) AS giver
                """))
        .query(Long.class)
        .single();
  }

  /** The place; until the transaction ends nobody else draws a number of this year. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Place lock(int year) {
    return jdbc.sql(
            """
            SELECT last_number, coalesce(looked_through, ?) AS looked_through
            FROM giving_statement_year WHERE year = ? FOR NO KEY UPDATE
            """)
        .params(BEFORE_ALL, year)
        .query(Place.class)
        .optional()
        .orElseThrow(() -> new IllegalStateException("No pass over " + year + " was begun"));
  }

  /** The next who gave in the year, or have a statement of it. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<UUID> givers(int year, Place place, int most) {
    return within(year, jdbc.sql(NEXT_GIVERS))
        .param("after", place.lookedThrough())
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** Writes down the last of those who were looked at, and how many numbers they drew. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void moveOn(int year, UUID last, int drawn) {
    jdbc.sql(
            """
            UPDATE giving_statement_year SET last_number = last_number + ?, looked_through = ?
            WHERE year = ?
            """)
        .params(drawn, last, year)
        .update();
  }

  /** With the year and its first and last day as parameters. */
  static JdbcClient.StatementSpec within(int year, JdbcClient.StatementSpec statement) {
    return statement
        .param("from", LocalDate.of(year, 1, 1))
        .param("to", LocalDate.of(year, 12, 31))
        .param("year", year);
  }
}
