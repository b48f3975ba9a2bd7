package org.verger.batch.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.verger.analytics.Subject;
import org.verger.testing.Church;
import org.verger.testing.TestDatabase;

/** Records that are the same in each church, and what its runs have made of them. */
record SameRecords(Church church, TestDatabase database) {

  private static final List<String> FIGURES =
      Stream.concat(
              Arrays.stream(Subject.values()).map(subject -> "figure_" + subject.code()),
              Stream.of("attendance_first", "activity_first"))
          .toList();

  private static final String OLD_LOG =
      """
      WITH old AS (
        INSERT INTO shared.batch_run (id, tenant_id, job, key, lane, state, requested_at, ended_at,
          job_execution_id)
        VALUES (gen_random_uuid(), '%s', 'old', 'old', 'bulk', 'completed', '2025-01-01Z',
          '2025-01-01Z', 0)
        RETURNING id)
      INSERT INTO shared.batch_run_log (run_id, at, level, line)
      SELECT id, '2025-01-01Z', 'info', 'Old' FROM old, generate_series(1, 1500)
      """;

  void enter() throws IOException, SQLException {
    for (String statement : read().split(";\n", -1)) {
      church.update(statement);
    }
    // Neither the church nor the login may say that a run has been.
    try (Connection owner = DriverManager.getConnection(database.superuserUrl());
        Statement statement = owner.createStatement()) {
      statement.execute(OLD_LOG.formatted(church.id()));
    }
  }

  /** What a job's runs have made, as text. */
  List<String> madeBy(String job) {
    return queries(job).map(this::text).toList();
  }

  private static Stream<String> queries(String job) {
    return switch (job) {
      case "nightly", "roll-up-backfill" -> FIGURES.stream().map(SameRecords::rows);
      case "retention" ->
          Stream.of(
                  "sandbox_message WHERE key LIKE 's%'",
                  "idempotent_answer",
                  "task_link",
                  "shared.batch_run_log WHERE line = 'Old'",
                  "shared.batch_run WHERE job = 'old' AND job_execution_id IS NOT NULL")
              .map(SameRecords::count);
      case "lifecycle-sweep" -> Stream.of(rows("person_lapse"));
      case "statements" ->
          Stream.of(
              rows("(SELECT year, number, person_id, version FROM giving_statement)"),
              rows("(SELECT place, amount FROM giving_statement_line)"));
      case "weekly-report" ->
          Stream.of(
              rows("(SELECT person_id, settled_at IS NULL FROM weekly_report)"),
              count("sandbox_message WHERE key LIKE '%weekly-report%'"),
              count("shared.batch_run WHERE key LIKE '% from 2100-%'"));
      default -> throw new IllegalArgumentException("Say what " + job + " makes");
    };
  }

  private static String rows(String table) {
    return "SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM %s t".formatted(table);
  }

  private static String count(String rows) {
    return "SELECT count(*)::text FROM " + rows;
  }

  private String text(String sql) {
    return church.call(
        () ->
            Objects.requireNonNull(
                church
                    .transactions()
                    .execute(open -> church.jdbc().sql(sql).query(String.class).single())));
  }

  private static String read() throws IOException {
    try (InputStream file = SameRecords.class.getResourceAsStream("/killed/records.sql")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
