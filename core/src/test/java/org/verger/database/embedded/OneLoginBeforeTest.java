package org.verger.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.database.SharedSchema;
import org.verger.machine.DataFolder;
import org.verger.machine.FreePorts;

/** A data folder from the time when one login did for the pool and for migrations. */
class OneLoginBeforeTest {

  @TempDir Path temporary;

  @Test
  void thePoolKeepsItsChurchesAndLosesTheRest() throws Exception {
    try (DataFolder folder = DataFolder.open(temporary)) {
      makeAsBefore(folder);
      try (EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0)) {
        server.logins();
        DatabaseLogins logins = server.logins();
        Migration.run(logins, "exporter");

        assertThatThrownBy(() -> execute(logins.pool(), "SET ROLE verger_owner"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(logins.pool(), "GRANT tenant_old TO verger_exporter"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(logins.pool(), "CREATE ROLE another"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(logins.pool(), "CREATE SCHEMA another"))
            .hasMessageContaining("permission denied");
        assertThatCode(() -> execute(logins.pool(), "SET ROLE tenant_old"))
            .doesNotThrowAnyException();
        assertThat(isMember(logins.pool(), "tenant_old", "verger_tenants")).isTrue();

        assertThatCode(
                () ->
                    execute(
                        logins.migrations(),
                        "CREATE ROLE tenant_new",
                        "GRANT verger_tenants TO tenant_new",
                        "GRANT tenant_old TO verger WITH INHERIT FALSE, SET TRUE",
                        "ALTER ROLE verger_exporter PASSWORD 'new'",
                        "SET ROLE verger_owner",
                        "CREATE SCHEMA tenant_new"))
            .doesNotThrowAnyException();
      }
    }
  }

  private static void makeAsBefore(DataFolder folder)
      throws IOException, InterruptedException, SQLException {
    int port = FreePorts.find();
    PostgresProgram server = new PostgresProgram(folder, port);
    server.start();
    String url = "jdbc:postgresql://127.0.0.1:" + port + "/";
    execute(
        new DatabaseLogin(url + "postgres", "postgres", folder.secret("postgres")),
        "CREATE ROLE verger LOGIN NOINHERIT CREATEROLE PASSWORD 'before'",
        "CREATE DATABASE verger OWNER verger");
    DatabaseLogin one = new DatabaseLogin(url + "verger", "verger", "before");
    SharedSchema.migrate(new DatabaseLogins(one, one), "exporter");
    execute(
        one,
        "CREATE ROLE tenant_old NOLOGIN",
        "GRANT tenant_old TO current_user WITH INHERIT FALSE, SET TRUE",
        "GRANT verger_tenants TO current_user WITH INHERIT FALSE, SET TRUE",
        "GRANT verger_tenants TO tenant_old",
        "SET ROLE verger_owner",
        "CREATE SCHEMA tenant_old");
    server.stop();
  }

  private static boolean isMember(DatabaseLogin login, String role, String group) {
    return JdbcClient.create(login.unpooled())
        .sql("SELECT pg_has_role(?, ?, 'USAGE')")
        .params(role, group)
        .query(Boolean.class)
        .single();
  }

  private static void execute(DatabaseLogin login, String... statements) throws SQLException {
    try (Connection connection = login.unpooled().getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
