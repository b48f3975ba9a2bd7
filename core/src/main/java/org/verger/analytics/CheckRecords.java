package org.verger.analytics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.Tenants;

/**
 * Looks at the records of the days that a scope is about to roll up; comes before {@link RollUp}.
 */
@Component
public class CheckRecords {

  // What was released before and is found again unchanged stays released.
  private static final String KEEP =
      """
      WITH changed AS (SELECT DATE '1970-01-01' + n AS day FROM unnest(:days::int[]) AS n),
      found AS (
        SELECT count(*) AS found, (array_agg(id ORDER BY id))[1\\:20] AS examples,
          md5(string_agg(id, ' ' ORDER BY id)) AS print
        FROM ({records}) AS wrong (id))
      INSERT INTO check_finding (from_day, through_day, name, subject, holds, what, remedy, found,
        examples, print, at, released_by, released_at)
      SELECT :from, :through, :name, :subject, :holds, :what, :remedy, found, examples, print, :at,
        before.released_by, before.released_at
      FROM found LEFT JOIN LATERAL (
        SELECT released_by, released_at FROM check_finding f
        WHERE f.name = :name AND f.print = found.print AND f.released_at IS NOT NULL
        ORDER BY f.released_at DESC LIMIT 1) AS before ON true
      WHERE found > 0
      ON CONFLICT (from_day, through_day, name) DO UPDATE
      SET found = excluded.found, examples = excluded.examples, print = excluded.print,
        at = excluded.at, released_by = excluded.released_by, released_at = excluded.released_at
      """;

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final Marks marks;
  private final Nights nights;
  private final FigureZones zones;
  private final Clock clock;
  private final List<DataCheck> checks;

  CheckRecords(
      JdbcClient jdbc,
      Tenants tenants,
      Marks marks,
      Nights nights,
      FigureZones zones,
      Clock clock,
      List<DataCheck> checks) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.marks = marks;
    this.nights = nights;
    this.zones = zones;
    this.clock = clock;
    this.checks = List.copyOf(checks);
  }

  /**
   * What waits in a scope.
   *
   * @param days how many, by subject; a subject of which none waits is left out, and done
   * @param findings how many checks found something
   */
  public record Checked(Map<Subject, Integer> days, int findings) {}

  /**
   * Checks the days of the scope that wait, and keeps what was found in place of what was before. A
   * subject of which no day waits is rolled up with that, and held by nothing.
   */
  @Transactional
  public Checked check(Scope scope) {
    // What a crash loses of this, the next run of the night finds again.
    jdbc.sql("SELECT set_config('synchronous_commit', 'off', true)").query().singleRow();
    zones.follow(List.of(Subject.values()));
    Map<Subject, List<LocalDate>> waiting = marks.waiting(scope);
    nights.finished(
        Arrays.stream(Subject.values()).filter(subject -> !waiting.containsKey(subject)).toList(),
        scope);
    int findings = 0;
    for (DataCheck check : checks) {
      List<LocalDate> days = waiting.getOrDefault(check.subject(), List.of());
      if (days.isEmpty()) {
        letGo(check, scope);
      } else if (keep(check, scope, days) > 0) {
        findings++;
      } else {
        forget(check, scope);
      }
    }
    return new Checked(
        waiting.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().size())),
        findings);
  }

  private int keep(DataCheck check, Scope scope, List<LocalDate> days) {
    ZoneId zone = tenants.current().zone();
    Instant now = Instant.now(clock);
    return jdbc.sql(KEEP.replace("{records}", check.records()))
        .param("days", FigureSql.numbers(days))
        .param("from", scope.from())
        .param("through", scope.through())
        .param("name", check.name())
        .param("subject", check.subject().code())
        .param("holds", check.holds())
        .param("what", check.what())
        .param("remedy", check.remedy())
        .param("at", Timestamp.from(now))
        .param("zone", zone.getId())
        .param("today", LocalDate.ofInstant(now, zone))
        .update();
  }

  // Another run has made the figures of its days, so it holds nothing back any more. What was
  // noted or released stays to be read.
  private void letGo(DataCheck check, Scope scope) {
    jdbc.sql(
            """
            DELETE FROM check_finding
            WHERE from_day = ? AND through_day = ? AND name = ? AND holds AND released_at IS NULL
            """)
        .params(scope.from(), scope.through(), check.name())
        .update();
  }

  private void forget(DataCheck check, Scope scope) {
    jdbc.sql("DELETE FROM check_finding WHERE from_day = ? AND through_day = ? AND name = ?")
        .params(scope.from(), scope.through(), check.name())
        .update();
  }
}
