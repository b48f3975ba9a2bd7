package org.verger.analytics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/** Compares the figures with what the records alone give. */
@Component
public class Recompute {

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Marks marks;
  private final List<FigureQuery> queries;

  Recompute(JdbcClient jdbc, Tenants tenants, Marks marks, List<FigureQuery> queries) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.marks = marks;
    this.queries = List.copyOf(queries);
  }

  /**
   * Looks for rows that the records do not give, that they give and are missing, or that differ,
   * which counts twice. While days wait to be rolled up, theirs can be among them. Changes nothing,
   * and takes as long as rolling up everything.
   *
   * @return their number for each subject, 0 where all is right
   */
  @Transactional(readOnly = true)
  public Map<Subject, Long> differences() {
    Map<Subject, Long> found = new EnumMap<>(Subject.class);
    queries.forEach(query -> found.put(query.subject(), differences(query)));
    return found;
  }

  private long differences(FigureQuery query) {
    ZoneId zone = tenants.current().zone();
    LocalDate last = marks.lastDay();
    Set<LocalDate> days = days(query, zone, last);
    if (days.isEmpty()) {
      return 0;
    }
    return FigureSql.bound(
            jdbc.sql(
                """
                WITH fresh AS MATERIALIZED (%1$s)
                SELECT count(*) FROM (
                  (SELECT * FROM fresh EXCEPT ALL SELECT * FROM %2$s)
                  UNION ALL
                  (SELECT * FROM %2$s EXCEPT ALL SELECT * FROM fresh)) AS difference
                """
                    .formatted(FigureSql.fromRecords(query), query.subject().table())),
            Periods.touchedBy(days, query.looksBack(), last),
            zone)
        .query(Long.class)
        .single();
  }

  // Those of the figures too, since records that were there may be gone.
  private Set<LocalDate> days(FigureQuery query, ZoneId zone, LocalDate last) {
    List<LocalDate> found = new ArrayList<>();
    found.addAll(
        jdbc.sql("SELECT DISTINCT day FROM (" + query.recordDays() + ") AS records")
            .param("zone", zone.getId())
            .query(LocalDate.class)
            .list());
    found.addAll(
        jdbc.sql("SELECT DISTINCT starts_on FROM " + query.subject().table())
            .query(LocalDate.class)
            .list());
    return new TreeSet<>(found).headSet(last, true);
  }
}
