package org.verger.analytics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/**
 * Has all figures made anew when the church moves to another time zone: its days are others then.
 */
@Component
class FigureZones {

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Marks marks;
  private final List<FigureQuery> queries;

  FigureZones(JdbcClient jdbc, Tenants tenants, Marks marks, List<FigureQuery> queries) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.marks = marks;
    this.queries = List.copyOf(queries);
  }

  private record Other(String subject, boolean moved) {}

  /** Marks all days of the subjects whose figures are those of another zone. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void follow(Collection<Subject> subjects) {
    String zone = tenants.current().zone().getId();
    jdbc.sql(
            """
            SELECT subject, z.zone IS NOT NULL AS moved
            FROM unnest(:subjects::text[]) AS subject LEFT JOIN figure_zone z USING (subject)
            WHERE z.zone IS DISTINCT FROM :zone
            """)
        .param("subjects", subjects.stream().map(Subject::code).toArray(String[]::new))
        .param("zone", zone)
        .query(Other.class)
        .list()
        .forEach(other -> follow(Subject.of(other.subject()), zone, other.moved()));
  }

  private void follow(Subject subject, String zone, boolean moved) {
    jdbc.sql(
            """
            INSERT INTO figure_zone (subject, zone) VALUES (?, ?)
            ON CONFLICT (subject) DO UPDATE SET zone = excluded.zone
            """)
        .params(subject.code(), zone)
        .update();
    if (moved) {
      clear(subject, marks.lastDay());
      queries.stream()
          .filter(query -> query.subject() == subject)
          .forEach(query -> markAll(query, zone));
    }
  }

  // To the west it can be a day earlier.
  private void clear(Subject subject, LocalDate lastDay) {
    jdbc.sql("DELETE FROM " + subject.table() + " WHERE starts_on > ?").param(lastDay).update();
  }

  private void markAll(FigureQuery query, String zone) {
    jdbc.sql(
            """
            INSERT INTO rollup_change (subject, day)
            SELECT :subject, day FROM (
              SELECT starts_on AS day FROM {table} WHERE grain = 'day' UNION {records}) AS days
            """
                .replace("{table}", query.subject().table())
                .replace("{records}", query.recordDays()))
        .param("subject", query.subject().code())
        .param("zone", zone)
        .update();
  }
}
