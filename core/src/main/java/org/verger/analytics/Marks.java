package org.verger.analytics;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/** The days whose figures have to be rolled up again. */
@Component
class Marks {

  /** The day of a mark {@code c}; parameter {@code :zone}. */
  static final String DAY = "coalesce(c.day, (c.at AT TIME ZONE :zone)::date)";

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Clock clock;

  Marks(JdbcClient jdbc, Tenants tenants, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Yesterday in the church: figures hold no later day. Marks of later ones wait until their day
   * has come, and then make its week and month anew.
   */
  LocalDate lastDay() {
    return LocalDate.ofInstant(clock.instant(), tenants.current().zone()).minusDays(1);
  }

  /**
   * Days that were taken.
   *
   * @param left how many more of the scope wait
   */
  record Taken(List<LocalDate> days, long left) {}

  private record Row(LocalDate day, long waiting) {}

  /**
   * Takes the marks of the first days away, in the transaction that rolls them up. A record that is
   * committed later, or was not seen, has marks of its own that stay. Whole months are taken, so
   * that none is rolled up twice in a run.
   *
   * @param most after how many days the last month ends
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Taken take(Subject subject, Scope scope, int most) {
    List<Row> rows =
        jdbc.sql(
                """
                WITH waiting AS (
                  SELECT DISTINCT {day} AS day FROM rollup_change c WHERE c.subject = :subject),
                scope AS (SELECT day FROM waiting WHERE day BETWEEN :from AND :through),
                chosen AS (
                  SELECT day FROM scope
                  WHERE day < (
                    SELECT date_trunc('month', max(day)::timestamp) + INTERVAL '1 month'
                    FROM (SELECT day FROM scope ORDER BY day LIMIT :most) AS first_ones)),
                taken AS (
                  DELETE FROM rollup_change c USING chosen
                  WHERE c.subject = :subject AND {day} = chosen.day RETURNING chosen.day)
                SELECT DISTINCT day, (SELECT count(*) FROM scope) AS waiting FROM taken ORDER BY day
                """
                    .replace("{day}", DAY))
            .param("subject", subject.code())
            .param("zone", zone())
            .param("from", scope.from())
            .param("through", through(scope))
            .param("most", most)
            .query(Row.class)
            .list();
    long waiting = rows.isEmpty() ? 0 : rows.getFirst().waiting();
    return new Taken(rows.stream().map(Row::day).toList(), waiting - rows.size());
  }

  /** The days of a scope that have come and wait, by subject; a subject without any is left out. */
  @Transactional(readOnly = true)
  public Map<Subject, List<LocalDate>> waiting(Scope scope) {
    record Waiting(String subject, LocalDate day) {}
    Map<Subject, List<LocalDate>> found = new EnumMap<>(Subject.class);
    jdbc.sql(
            """
            SELECT subject, day
            FROM (SELECT DISTINCT c.subject, {day} AS day FROM rollup_change c) AS marks
            WHERE day BETWEEN :from AND :through ORDER BY subject, day
            """
                .replace("{day}", DAY))
        .param("zone", zone())
        .param("from", scope.from())
        .param("through", through(scope))
        .query(Waiting.class)
        .list()
        .forEach(
            row ->
                found
                    .computeIfAbsent(Subject.of(row.subject()), s -> new ArrayList<>())
                    .add(row.day()));
    return found;
  }

  /** Marks all days of a scope that have come. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(Collection<Subject> subjects, Scope scope) {
    jdbc.sql(
            """
            INSERT INTO rollup_change (subject, day)
            SELECT subject, CAST(:from AS date) + n
            FROM unnest(:subjects::text[]) AS subject,
              generate_series(0, CAST(:through AS date) - CAST(:from AS date)) AS n
            """)
        .param("subjects", subjects.stream().map(Subject::code).toArray(String[]::new))
        .param("from", scope.from())
        .param("through", through(scope))
        .update();
  }

  private LocalDate through(Scope scope) {
    LocalDate last = lastDay();
    return scope.through().isAfter(last) ? last : scope.through();
  }

  private String zone() {
    return tenants.current().zone().getId();
  }
}
