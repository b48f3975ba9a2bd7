package org.verger.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.testing.Church;
import org.verger.testing.CoreTestApplication;
import org.verger.testing.TestDatabase;

/** Plain SQL, as a mistake in our own code would send it, in a transaction of the wrong church. */
@SpringBootTest(classes = CoreTestApplication.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TenantIsolationTest {

  @Autowired TestDatabase database;
  @Autowired JdbcClient jdbc;
  @Autowired CreateTenant createTenant;
  @Autowired TransactionTemplate transactions;

  private Church church;
  private Church other;

  // Two for all tests: each tries what it must not be able to do, and changes nothing.
  @BeforeAll
  void twoChurchesWithAProcessEach() throws SQLException {
    church = Church.create("isolated", createTenant, jdbc, transactions);
    other = Church.create("isolated-too", createTenant, jdbc, transactions);
    other.update(
        "INSERT INTO message_stop (address, source, at) VALUES ('x', 'test', '2026-01-01')");
    try (Connection superuser = DriverManager.getConnection(database.superuserUrl());
        Statement statement = superuser.createStatement()) {
      for (Church owner : new Church[] {church, other}) {
        int key = owner.id().value().hashCode();
        statement.execute(
            """
            INSERT INTO engine.process_instance
              (key, definition_key, process_id, version, state, tenant_id, subject_id, started_at)
            VALUES (%1$d, 1, 'p', 1, 'active', '%2$s', 's', '2026-01-01');
            INSERT INTO engine.incident
              (key, process_instance_key, element_id, error_type, error_message, state, created_at)
            VALUES (%1$d, %1$d, 'e', 't', 'm', 'open', '2026-01-01');
            INSERT INTO engine.user_task
              (key, process_instance_key, element_instance_key, process_id, element_id, tenant_id,
               state, created_at)
            VALUES (%1$d, %1$d, 1, 'p', 'e', '%2$s', 'open', '2026-01-01')
            """
                .formatted(key, owner.id()));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM %s.guest",
        "SELECT count(*) FROM %s.message_delivery",
        "SELECT count(*) FROM %s.person",
        "SELECT count(*) FROM %s.schema_history"
      })
  void anotherChurchsRowsCannotBeRead(String sql) {
    assertThatThrownBy(() -> church.count(sql.formatted(other.id().schema())))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied for schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO %s.message_stop (address, source, at) VALUES ('y', 'z', '2026-01-01')",
        "UPDATE %s.message_stop SET source = 'stolen'",
        "DELETE FROM %s.message_stop",
        "CREATE TABLE %s.mine (id int)",
        "DROP TABLE %s.message_stop"
      })
  void anotherChurchsRowsCannotBeWritten(String sql) {
    assertThatThrownBy(() -> church.update(sql.formatted(other.id().schema())))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied for schema");
    assertThat(other.count("SELECT count(*) FROM message_stop WHERE source = 'test'")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(*) FROM shared.tenant",
        "SELECT count(*) FROM shared.user_account",
        "SELECT count(*) FROM shared.api_session",
        "SELECT count(*) FROM shared.tenant_audit",
        "SELECT count(*) FROM shared.outbox",
        "SELECT count(*) FROM shared.clock",
        "SELECT count(*) FROM engine.exporter_position"
      })
  void sharedTablesCannotBeRead(String sql) {
    assertThatThrownBy(() -> church.count(sql))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE shared.tenant SET status = 'archived'",
        "DELETE FROM shared.outbox",
        "UPDATE shared.user_account SET tenant_id = NULL",
        "UPDATE engine.user_task SET assignee = 'me'",
        "DELETE FROM engine.process_instance",
        "INSERT INTO engine.exporter_position VALUES (1, 1, '2026-01-01')"
      })
  void sharedTablesCannotBeWritten(String sql) {
    assertThatThrownBy(() -> church.update(sql))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void ofTheEngineAChurchSeesItsOwnRowsOnly() {
    for (String table : new String[] {"process_instance", "user_task", "incident"}) {
      assertThat(church.count("SELECT count(*) FROM engine." + table)).isEqualTo(1);
      assertThat(
              church.count(
                  "SELECT count(*) FROM engine." + table + " WHERE key = ?",
                  (long) other.id().value().hashCode()))
          .isZero();
    }
  }

  @Test
  void nothingCanBePutIntoTheOutboxUnderAnotherChurchsName() {
    String sql =
        """
        INSERT INTO shared.outbox (tenant_id, subject, command, created_at, available_at)
        VALUES (?, 's', '{}', '2026-01-01', '2026-01-01')
        """;
    assertThatThrownBy(() -> church.update(sql, other.id().value()))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("row-level security");
    assertThat(church.update(sql, church.id().value())).isEqualTo(1);
  }

  @Test
  void withoutAChurchNoChurchsRowsAreWithinReach() {
    assertThatThrownBy(
            () ->
                jdbc.sql("SELECT count(*) FROM " + other.id().schema() + ".guest")
                    .query(Long.class)
                    .single())
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied for schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE mine (id int)",
        "DROP TABLE guest",
        "TRUNCATE message_stop",
        "INSERT INTO schema_history SELECT * FROM schema_history",
        "UPDATE schema_history SET success = false",
        "DELETE FROM schema_history"
      })
  void aChurchChangesItsRowsAndNotItsTables(String sql) {
    assertThatThrownBy(() -> church.update(sql))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .message()
        .containsAnyOf("permission denied", "must be owner");
  }

  @Test
  void whoGivesTheRoleBackHasNoRightToAnyChurch() {
    assertThatThrownBy(
            () -> church.update("RESET ROLE; DELETE FROM " + other.id().schema() + ".message_stop"))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied for schema");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SET ROLE verger_owner",
        "SET LOCAL ROLE verger_owner",
        "RESET ROLE; SET ROLE verger_owner",
        "RESET ROLE; GRANT verger_owner TO verger",
        "RESET ROLE; CREATE SCHEMA mine",
        "RESET ROLE; CREATE ROLE mine"
      })
  void nobodyInARequestBecomesTheOwner(String sql) {
    assertThatThrownBy(() -> church.update(sql))
        .isInstanceOf(DataAccessException.class)
        .hasStackTraceContaining("permission denied");
    assertThat(
            jdbc.sql("SELECT pg_has_role('verger', 'verger_owner', 'MEMBER')")
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  void aConnectionKeepsNothingOfTheChurchItServed() {
    church.count("SELECT count(*) FROM guest");
    assertThat(jdbc.sql("SELECT current_user").query(String.class).single())
        .isEqualTo(TestDatabase.USER);
    assertThat(jdbc.sql("SHOW search_path").query(String.class).single())
        .doesNotContain(church.id().schema());
  }
}
