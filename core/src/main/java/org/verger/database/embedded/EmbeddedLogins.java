package org.verger.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.io.ClassPathResource;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.database.DatabaseRoles;

/** What an administrator does once for an external database, done at each start for our own. */
final class EmbeddedLogins {

  private EmbeddedLogins() {}

  /** Creates the logins and the database where they are missing, and sets the passwords. */
  static void create(DatabaseLogin administrator, DatabaseLogins logins, String database)
      throws SQLException {
    try (Connection connection = administrator.unpooled().getConnection()) {
      createRole(connection, logins.pool(), "LOGIN NOINHERIT");
      createRole(connection, logins.migrations(), "LOGIN NOINHERIT CREATEROLE");
      if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
        execute(
            connection,
            "CREATE DATABASE %s OWNER %s"
                .formatted(
                    DatabaseRoles.identifier(database),
                    DatabaseRoles.identifier(logins.migrations().user())));
      }
    }
  }

  /** Takes from the pool's login what older versions gave it. */
  static void keepApart(DatabaseLogin administrator) throws SQLException {
    try (Connection connection = administrator.unpooled().getConnection()) {
      execute(
          connection,
          new ClassPathResource("db/two-logins.sql").getContentAsString(StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void createRole(Connection connection, DatabaseLogin login, String rights)
      throws SQLException {
    String role = DatabaseRoles.identifier(login.user());
    if (!exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", login.user())) {
      execute(connection, "CREATE ROLE %s %s".formatted(role, rights));
    }
    // Hexadecimal digits only, so it needs no quoting.
    execute(connection, "ALTER ROLE %s PASSWORD '%s'".formatted(role, login.password()));
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
