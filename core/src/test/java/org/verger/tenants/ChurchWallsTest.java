package org.verger.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verger.testing.TestTenants.church;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.testing.CoreTestApplication;

@SpringBootTest(classes = CoreTestApplication.class)
class ChurchWallsTest {

  private static final TenantId OURS = new TenantId("ours");
  private static final TenantId THEIRS = new TenantId("theirs");

  @Autowired CreateTenant createTenant;
  @Autowired Tenants tenants;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  @BeforeEach
  void takeIn() {
    if (tenants.find(OURS).isEmpty()) {
      createTenant.create(church("ours"), "test");
      createTenant.create(church("theirs"), "test");
      as(THEIRS, () -> addPerson("person"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM tenant_theirs.person",
        "INSERT INTO tenant_theirs.unit (id, level, name, path)"
            + " VALUES (gen_random_uuid(), 'national', 'x', 'x/')",
        "UPDATE tenant_theirs.person SET given_name = 'x'",
        "DELETE FROM tenant_theirs.person",
        "DROP TABLE tenant_theirs.person",
        "CREATE TABLE tenant_theirs.mine (id int)",
        "CREATE TABLE tenant_ours.mine (id int)",
        "DROP TABLE person",
        "GRANT tenant_theirs TO tenant_ours",
        "SET ROLE verger_owner",
        "SET ROLE verger_migrations",
        "SET ROLE verger_exporter",
        "CREATE ROLE ours_too",
        "CREATE SCHEMA ours_too",
        "SELECT * FROM shared.outbox",
        "SELECT * FROM shared.user_account",
        "SELECT * FROM shared.tenant",
        "UPDATE shared.api_session SET revoked_at = NULL"
      })
  void plainSqlOfOneChurchReachesNothingElse(String sql) {
    assertThatThrownBy(() -> as(OURS, () -> execute(sql)))
        .rootCause()
        .message()
        .containsAnyOf("permission denied", "must be owner");
  }

  @Test
  void ourOwnTablesHoldNoRowOfTheirs() {
    assertThat(this.<Long>as(OURS, () -> count("person"))).isZero();
    assertThat(this.<Long>as(THEIRS, () -> count("person"))).isPositive();
  }

  @Test
  void theOutboxTakesNoRowInAnotherChurchsName() {
    String insert =
        """
        INSERT INTO shared.outbox (tenant_id, subject, command, created_at, available_at)
        VALUES ('theirs', 's', '{}', now(), now())
        """;
    assertThatThrownBy(() -> as(OURS, () -> execute(insert)))
        .rootCause()
        .hasMessageContaining("row-level security");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RESET ROLE", "SET SESSION AUTHORIZATION DEFAULT"})
  void whoGivesTheRoleBackHasNoRightToAnyChurch(String sql) {
    assertThatThrownBy(
            () ->
                as(
                    OURS,
                    () -> {
                      execute(sql);
                      return count("tenant_theirs.person");
                    }))
        .rootCause()
        .hasMessageContaining("permission denied");
  }

  @Test
  void withoutAChurchNoChurchsRowIsReached() {
    for (String schema : List.of("tenant_ours", "tenant_theirs")) {
      assertThatThrownBy(() -> count(schema + ".person"))
          .rootCause()
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void aConnectionKeepsNothingOfTheChurchItServed() {
    as(OURS, () -> count("person"));
    assertThat(jdbc.sql("SELECT current_user").query(String.class).single()).isEqualTo("verger");
    assertThat(jdbc.sql("SHOW search_path").query(String.class).single()).doesNotContain("ours");
  }

  @Test
  void theChurchCannotChangeWithinATransaction() {
    assertThatThrownBy(() -> as(OURS, () -> as(THEIRS, () -> count("person"))))
        .isInstanceOf(IllegalStateException.class);
  }

  private <T> T as(TenantId tenant, Supplier<T> work) {
    return CurrentTenant.call(tenant, () -> transaction.execute(status -> work.get()));
  }

  private int execute(String sql) {
    return jdbc.sql(sql).update();
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private int addPerson(String table) {
    return execute(
        """
        INSERT INTO %s (id, given_name, family_name, language, created_at)
        VALUES (gen_random_uuid(), 'Ruth', 'Theirs', 'en', now())
        """
            .formatted(table));
  }
}
