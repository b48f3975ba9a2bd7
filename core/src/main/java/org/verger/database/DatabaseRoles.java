package org.verger.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The roles that this product uses beside those it signs in with: an owner of all schemas that only
 * migrations take on, a group that every church's role belongs to, and the exporter's login.
 *
 * <p>The logins themselves own no schema and inherit nothing. That of the pool needs {@code LOGIN
 * NOINHERIT}, that of migrations {@code CREATEROLE} as well, and it must own the database.
 */
public final class DatabaseRoles {

  /** Owns every schema and table; taken on by migrations only. */
  public static final String OWNER = "verger_owner";

  /** The group of all churches' roles. */
  public static final String TENANTS = "verger_tenants";

  /** The login of the engine's exporter: it writes schema {@code engine} and sees nothing else. */
  public static final String EXPORTER = "verger_exporter";

  private DatabaseRoles() {}

  /** Creates the roles and the shared schemas where they are missing. */
  static void prepare(Connection connection, String exporterPassword) throws SQLException {
    createGroup(connection, OWNER);
    letTakeOn(connection, OWNER, connection.getMetaData().getUserName());
    createGroup(connection, TENANTS);
    if (!roleExists(connection, EXPORTER)) {
      execute(connection, "CREATE ROLE " + EXPORTER + " LOGIN");
    }
    execute(connection, "ALTER ROLE %s PASSWORD %s".formatted(EXPORTER, literal(exporterPassword)));
    execute(
        connection,
        "GRANT CREATE ON DATABASE %s TO %s".formatted(identifier(connection.getCatalog()), OWNER));
    execute(connection, "SET ROLE " + OWNER);
    execute(connection, "CREATE SCHEMA IF NOT EXISTS shared");
    execute(connection, "CREATE SCHEMA IF NOT EXISTS engine");
    execute(connection, "RESET ROLE");
  }

  /** Creates a role that nobody signs in with, where it is missing. */
  public static void createGroup(Connection connection, String role) throws SQLException {
    if (!roleExists(connection, role)) {
      execute(connection, "CREATE ROLE %s NOLOGIN".formatted(identifier(role)));
    }
  }

  /** Lets a login take on a role; until it does it has nothing of it. */
  public static void letTakeOn(Connection connection, String role, String login)
      throws SQLException {
    execute(
        connection,
        "GRANT %s TO %s WITH INHERIT FALSE, SET TRUE"
            .formatted(identifier(role), identifier(login)));
  }

  /** Whether who is signed in can take on the owner's role. */
  static boolean canBecomeOwner(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT pg_has_role(session_user, ?, 'SET')")) {
      query.setString(1, OWNER);
      try (ResultSet answer = query.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }

  private static boolean roleExists(Connection connection, String role) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT FROM pg_roles WHERE rolname = ?")) {
      query.setString(1, role);
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  /** Quotes a name for SQL. */
  public static String identifier(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
