package org.verger.analytics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/** What the checks found. */
@Component
public class Findings {

  private static final int SHOWN = 200;

  private static final String SELECT =
      """
      SELECT f.*, trim(p.given_name || ' ' || p.family_name) AS released_name
      FROM check_finding f LEFT JOIN person p ON p.id = f.released_by
      """;

  private final JdbcClient jdbc;
  private final Tenants tenants;

  Findings(JdbcClient jdbc, Tenants tenants) {
    this.jdbc = jdbc;
    this.tenants = tenants;
  }

  /** The latest two hundred, the latest first. */
  @Transactional(readOnly = true)
  public List<Finding> latest() {
    return jdbc.sql(SELECT + "ORDER BY f.at DESC, f.through_day DESC, f.holds DESC, f.name LIMIT ?")
        .param(SHOWN)
        .query(Findings::read)
        .list();
  }

  /** What holds a subject back now: days that wait, of which the latest check found it. */
  @Transactional(readOnly = true)
  public List<Finding> holding(Subject subject) {
    return jdbc.sql(
            SELECT
                + """
                WHERE f.subject = :subject AND f.holds AND f.released_at IS NULL
                  AND EXISTS (
                    SELECT FROM rollup_change c
                    WHERE c.subject = f.subject
                      AND {day} BETWEEN f.from_day AND f.through_day)
                  AND NOT EXISTS (
                    SELECT FROM check_finding later WHERE later.name = f.name AND later.at > f.at)
                ORDER BY f.at DESC
                """
                    .replace("{day}", Marks.DAY))
        .param("subject", subject.code())
        .param("zone", tenants.current().zone().getId())
        .query(Findings::read)
        .list();
  }

  private static Finding read(ResultSet row, int number) throws SQLException {
    @Nullable Timestamp released = row.getTimestamp("released_at");
    return new Finding(
        new Scope(
            row.getObject("from_day", LocalDate.class),
            row.getObject("through_day", LocalDate.class)),
        row.getString("name"),
        Subject.of(row.getString("subject")),
        row.getBoolean("holds"),
        row.getString("what"),
        row.getString("remedy"),
        row.getLong("found"),
        Arrays.asList((String[]) row.getArray("examples").getArray()),
        row.getTimestamp("at").toInstant(),
        row.getString("released_name"),
        released == null ? null : released.toInstant());
  }
}
