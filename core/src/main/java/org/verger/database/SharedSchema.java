package org.verger.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Brings roles and shared schemas up to date; safe to run at each start and on several nodes. */
public final class SharedSchema {

  private SharedSchema() {}

  /**
   * Creates what is missing and runs the shared migrations.
   *
   * @param exporterPassword what the exporter signs in with from now on
   * @throws SQLException when the login lacks a right, or the database cannot be reached
   */
  public static void migrate(DatabaseLogins logins, String exporterPassword) throws SQLException {
    try (Connection connection = logins.migrations().unpooled().getConnection()) {
      DatabaseRoles.prepare(connection, exporterPassword);
    }
    Flyway.configure()
        .dataSource(logins.migrations().unpooled())
        .initSql("SET ROLE " + DatabaseRoles.OWNER)
        .defaultSchema("shared")
        .locations("classpath:db/shared")
        .placeholders(
            Map.of(
                "login", logins.pool().user(),
                "tenants", DatabaseRoles.TENANTS,
                "exporter", DatabaseRoles.EXPORTER))
        .load()
        .migrate();
  }

  /**
   * Whether the pool's login, signed in, could take on the owner's role.
   *
   * @throws SQLException when it cannot sign in
   */
  public static boolean poolCanBecomeOwner(DatabaseLogins logins) throws SQLException {
    try (Connection connection = logins.pool().unpooled().getConnection()) {
      return DatabaseRoles.canBecomeOwner(connection);
    }
  }
}
