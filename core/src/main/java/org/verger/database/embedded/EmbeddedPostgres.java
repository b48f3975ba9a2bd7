package org.verger.database.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseRoles;
import org.verger.deployment.CannotStartException;
import org.verger.machine.DataFolder;
import org.verger.machine.FreePorts;
import org.verger.machine.Supervisor;

/** The database server of this application: started, kept running and stopped with it. */
final class EmbeddedPostgres implements AutoCloseable {

  private static final String NAME = "verger";

  private final DataFolder folder;
  private final PostgresProgram program;
  private final Supervisor supervisor;

  private EmbeddedPostgres(DataFolder folder, PostgresProgram program) {
    this.folder = folder;
    this.program = program;
    this.supervisor = Supervisor.of(program);
  }

  /**
   * Begins to start the server and returns at once.
   *
   * @param configuredPort its port, or 0 for a free one
   */
  static EmbeddedPostgres start(DataFolder folder, int configuredPort) {
    return new EmbeddedPostgres(
        folder, new PostgresProgram(folder, FreePorts.orFree(configuredPort)));
  }

  /** Waits for the server, and returns the product's own login on its own database. */
  DatabaseLogin login() {
    supervisor.awaitStart();
    DatabaseLogin login = new DatabaseLogin(url(NAME), NAME, folder.secret("database"));
    DatabaseLogin superuser =
        new DatabaseLogin(
            url("postgres"), PostgresProgram.SUPERUSER, folder.secret(PostgresProgram.SUPERUSER));
    try (Connection connection = superuser.unpooled().getConnection()) {
      createRole(connection, login);
      createDatabase(connection);
    } catch (SQLException failure) {
      throw new CannotStartException(
          "The embedded database refuses its own administrator, which happens when %s/secrets was changed or removed: put it back from the copy that was saved with the data"
              .formatted(folder),
          failure);
    }
    return login;
  }

  @Override
  public void close() {
    supervisor.close();
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(program.port(), database);
  }

  private static void createRole(Connection connection, DatabaseLogin login) throws SQLException {
    String role = DatabaseRoles.identifier(login.user());
    if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", login.user())) {
      execute(connection, "CREATE ROLE %s LOGIN NOINHERIT CREATEROLE".formatted(role));
    }
    // Hexadecimal digits only, so it needs no quoting.
    execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(role, login.password()));
  }

  private static void createDatabase(Connection connection) throws SQLException {
    if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", NAME)) {
      execute(connection, "CREATE DATABASE %s OWNER %s".formatted(NAME, NAME));
    }
  }

  private static boolean exists(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
