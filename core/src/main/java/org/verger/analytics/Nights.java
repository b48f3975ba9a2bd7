package org.verger.analytics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How far the nights have come, and what holds one back. */
@Component
public class Nights {

  private final JdbcClient jdbc;
  private final Clock clock;

  Nights(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The last day that a night has rolled up for a subject; empty before the first night. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> rolledUpThrough(Subject subject) {
    return jdbc.sql("SELECT through FROM rollup_state WHERE subject = ?")
        .param(subject.code())
        .query(LocalDate.class)
        .optional();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  List<String> holding(Subject subject, Scope scope) {
    return jdbc.sql(
            """
            SELECT what || ': ' || found FROM check_finding
            WHERE from_day = ? AND through_day = ? AND subject = ? AND holds AND released_at IS NULL
            ORDER BY name
            """)
        .params(scope.from(), scope.through(), subject.code())
        .query(String.class)
        .list();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void finished(Collection<Subject> subjects, Scope scope) {
    if (scope.isNight() && !subjects.isEmpty()) {
      jdbc.sql(
              """
              INSERT INTO rollup_state (subject, through, at)
              SELECT subject, :through, :at FROM unnest(:subjects::text[]) AS subject
              ON CONFLICT (subject) DO UPDATE
              SET through = greatest(rollup_state.through, excluded.through), at = excluded.at
              """)
          .param("through", scope.through())
          .param("at", Timestamp.from(Instant.now(clock)))
          .param("subjects", subjects.stream().map(Subject::code).toArray(String[]::new))
          .update();
    }
  }
}
