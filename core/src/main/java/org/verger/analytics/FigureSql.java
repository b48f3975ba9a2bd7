package org.verger.analytics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.analytics.FigureQuery.Firsts;
import org.verger.analytics.Periods.Entry;
import org.verger.analytics.Periods.Period;

/** Puts the queries of figures together with the periods that they are for. */
final class FigureSql {

  // Days travel as numbers: the planner knows how many there are in an array of these.
  private static final String WITH_PERIODS =
      """
      WITH cal AS (
        SELECT grain, DATE '1970-01-01' + starts AS starts_on, DATE '1970-01-01' + day AS day, before
        FROM unnest(:grains::text[], :starts::int[], :days::int[], :befores::boolean[])
          AS c (grain, starts, day, before)),
      up AS (SELECT unit_id, above_id FROM unit_above)\
      """;

  private FigureSql() {}

  /** The figures with what the roll-up knows of the first days. */
  static String rolledUp(FigureQuery query) {
    Firsts firsts = query.firsts();
    return with(query, firsts == null ? "" : "SELECT person_id, day FROM " + firsts.table());
  }

  /** The figures from the records alone. */
  static String fromRecords(FigureQuery query) {
    Firsts firsts = query.firsts();
    return with(
        query,
        firsts == null
            ? ""
            : "SELECT person_id, min(day) AS day FROM " + firsts.source() + " GROUP BY person_id");
  }

  private static String with(FigureQuery query, String first) {
    return WITH_PERIODS
        + (first.isEmpty() ? "" : ", first AS (" + first + ")")
        + " SELECT * FROM ("
        + query.rows()
        + ") AS figures";
  }

  /** Fills in the parameters of a statement made here. */
  static JdbcClient.StatementSpec bound(
      JdbcClient.StatementSpec statement, Periods periods, ZoneId zone) {
    List<Entry> calendar = periods.calendar();
    LocalDate lo = calendar.stream().map(Entry::day).min(LocalDate::compareTo).orElseThrow();
    LocalDate hi = calendar.stream().map(Entry::day).max(LocalDate::compareTo).orElseThrow();
    return statement
        .param(
            "grains", calendar.stream().map(e -> e.period().grain().code()).toArray(String[]::new))
        .param("starts", numbers(calendar.stream().map(e -> e.period().start()).toList()))
        .param("days", numbers(calendar.stream().map(Entry::day).toList()))
        .param("befores", befores(calendar))
        .param("lo", lo)
        .param("hi", hi.plusDays(1))
        .param("zone", zone.getId());
  }

  private static Boolean[] befores(List<Entry> calendar) {
    return calendar.stream().map(Entry::before).toArray(Boolean[]::new);
  }

  /** Days as numbers since 1970. */
  static int[] numbers(Collection<LocalDate> days) {
    return days.stream().mapToInt(day -> Math.toIntExact(day.toEpochDay())).toArray();
  }

  /** Removes the figures of the periods. */
  static void clear(JdbcClient jdbc, Subject subject, Set<Period> periods) {
    jdbc.sql(
            """
            DELETE FROM %s f
            USING unnest(:grains::text[], :starts::int[]) AS p (grain, starts)
            WHERE f.grain = p.grain AND f.starts_on = DATE '1970-01-01' + p.starts
            """
                .formatted(subject.table()))
        .param("grains", periods.stream().map(p -> p.grain().code()).toArray(String[]::new))
        .param("starts", numbers(periods.stream().map(Period::start).toList()))
        .update();
  }
}
