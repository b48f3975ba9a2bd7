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

  private static final String OLD_LOG =
      """
      WITH old AS (
        INSERT INTO shared.batch_run (id, tenant_id, job, key, lane, state, requested_at)
        VALUES (gen_random_uuid(), '%s', 'old', 'old', 'bulk', 'completed', '2025-01-01Z')
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

  /** All figures, and the first days that they come with. */
  List<String> figures() {
    return Stream.concat(
            Arrays.stream(Subject.values()).map(subject -> "figure_" + subject.code()),
            Stream.of("attendance_first", "activity_first"))
        .map(table -> text("SELECT string_agg(f::text, ' ' ORDER BY f::text) FROM " + table + " f"))
        .toList();
  }

  /** How much is left of what is kept for a time. */
  List<Long> kept() {
    return Stream.of(
            "sandbox_message",
            "idempotent_answer",
            "task_link",
            "shared.batch_run_log WHERE line = 'Old'")
        .map(table -> church.count("SELECT count(*) FROM " + table))
        .toList();
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
