package org.verger.giving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.verger.batch.BatchRun;
import org.verger.batch.BatchTest;
import org.verger.batch.RunState;
import org.verger.testing.OtherNode;
import org.verger.testing.TestDatabase;
import org.verger.testing.Tree;

class StatementsJobTest extends BatchTest {

  private static final int GIVERS = 700;
  private static final String MADE = "SELECT count(*) FROM giving_statement WHERE year = 2025";

  @Autowired TestDatabase database;

  @Autowired
  @Qualifier("batchRunner")
  SmartLifecycle thisNode;

  @TempDir Path folder;

  @Test
  void aRunWhoseProcessWasKilledEndsWithTheSameStatementsAndNumbers() throws Exception {
    give();
    thisNode.stop();
    UUID id = church.call(() -> queue.request("statements", "2026", Map.of("day", "2026-01-15")));
    try {
      killInTheMiddle();
    } finally {
      thisNode.start();
    }
    BatchRun done = awaitState(id, RunState.COMPLETED);
    assertThat(done.attempts()).isEqualTo(2);
    assertThat(church.count(MADE)).isEqualTo(GIVERS);
    assertThat(church.count("SELECT max(number) FROM giving_statement")).isEqualTo(GIVERS);
    assertThat(
            church.count(
                """
                SELECT count(*) FROM giving_statement s
                JOIN giving_statement_line l ON l.statement_id = s.id AND l.version = 1
                JOIN contribution c ON c.id = l.gift_id AND c.person_id = s.person_id
                """))
        .as("each gift stands on one statement, its giver's")
        .isEqualTo(GIVERS);
    BatchRun again =
        awaitState(
            church.call(() -> queue.request("statements", "again", Map.of("year", "2025"))),
            RunState.COMPLETED);
    assertThat(again.written()).isZero();
    assertThat(again.skipped()).isEqualTo(GIVERS);
  }

  @Test
  void aYearThatIsNotOverHoldsTheRun() {
    Tree.plant(church, units, people);
    UUID id = church.call(() -> queue.request("statements", "soon", Map.of("year", "2999")));
    assertThat(awaitState(id, RunState.HELD).message()).contains("2999 is not over yet");
    assertThat(church.count("SELECT count(*) FROM giving_statement_year")).isZero();
  }

  private void give() {
    Tree.plant(church, units, people);
    church.update(
        """
        WITH giver AS (
          INSERT INTO person (id, given_name, family_name, language, created_at)
          SELECT gen_random_uuid(), 'Giver', 'No ' || n, 'en', now() FROM generate_series(1, 700) n
          RETURNING id)
        INSERT INTO contribution (person_id, fund_id, unit_id, amount, currency, given_on, method,
          created_at)
        SELECT giver.id, fund.id, unit.id, 100, 'USD', '2025-06-01', 'cash', now()
        FROM giver, fund, unit WHERE unit.parent_id IS NULL
        """);
  }

  // The statement of somebody in the third part is being made by another, so that the process waits
  // there with two parts done.
  private void killInTheMiddle() throws Exception {
    try (Connection other = DriverManager.getConnection(database.superuserUrl())) {
      other.setAutoCommit(false);
      stand(other);
      Process node = OtherNode.start(database, folder.resolve("node.log"), "none");
      try {
        await()
            .atMost(Duration.ofSeconds(60))
            .failFast(
                () -> {
                  if (!node.isAlive()) {
                    throw new AssertionError(Files.readString(folder.resolve("node.log")));
                  }
                })
            .until(() -> church.count(MADE) == 2L * MakeStatements.AT_ONCE && waits());
      } finally {
        node.destroyForcibly().waitFor();
      }
      other.rollback();
    }
  }

  private void stand(Connection other) throws SQLException {
    try (var statement = other.createStatement()) {
      statement.execute("SET search_path TO " + schema());
      statement.execute("INSERT INTO giving_statement_year (year) VALUES (2025)");
      other.commit();
      statement.execute(
          """
          INSERT INTO giving_statement (id, year, number, person_id, version, print)
          SELECT gen_random_uuid(), 2025, 9999, id, 1, '' FROM (
            SELECT person_id AS id FROM contribution ORDER BY 1 OFFSET 650 LIMIT 1) AS late
          """);
    }
  }

  private boolean waits() {
    return jdbc.sql(
            """
            SELECT EXISTS (
              SELECT FROM pg_locks WHERE NOT granted AND locktype = 'transactionid')
            """)
        .query(Boolean.class)
        .single();
  }

  private String schema() {
    return "tenant_" + church.id().value().replace('-', '_');
  }
}
