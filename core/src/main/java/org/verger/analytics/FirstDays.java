package org.verger.analytics;

import java.time.LocalDate;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.analytics.FigureQuery.Firsts;

/** Keeps when each person was first seen. */
@Component
class FirstDays {

  private final JdbcClient jdbc;

  FirstDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Looks again at everybody who was seen on the days, or first seen as far as was known. Where
   * that makes another day the first, both days are marked.
   */
  void refresh(Subject subject, Firsts firsts, Collection<LocalDate> days) {
    jdbc.sql(
            """
            WITH changed AS (SELECT DATE '1970-01-01' + n AS day FROM unnest(:days::int[]) AS n),
            touched AS (
              SELECT person_id FROM {source} WHERE day IN (SELECT day FROM changed)
              UNION
              SELECT person_id FROM {table} WHERE day IN (SELECT day FROM changed)),
            fresh AS (
              SELECT t.person_id, min(s.day) AS day
              FROM touched t LEFT JOIN {source} s ON s.person_id = t.person_id
              GROUP BY 1),
            moved AS (
              SELECT f.person_id, k.day AS known, f.day
              FROM fresh f LEFT JOIN {table} k ON k.person_id = f.person_id
              WHERE f.day IS DISTINCT FROM k.day),
            gone AS (
              DELETE FROM {table} k USING moved
              WHERE moved.day IS NULL AND k.person_id = moved.person_id),
            kept AS (
              INSERT INTO {table} (person_id, day)
              SELECT person_id, day FROM moved WHERE day IS NOT NULL
              ON CONFLICT (person_id) DO UPDATE SET day = excluded.day)
            INSERT INTO rollup_change (subject, day)
            SELECT :subject, day FROM (
              SELECT known AS day FROM moved UNION SELECT day FROM moved
              EXCEPT SELECT day FROM changed) AS other_days
            WHERE day IS NOT NULL
            """
                .replace("{source}", firsts.source())
                .replace("{table}", firsts.table()))
        .param("days", FigureSql.numbers(days))
        .param("subject", subject.code())
        .update();
  }
}
