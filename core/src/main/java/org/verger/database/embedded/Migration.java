package org.verger.database.embedded;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.database.SharedSchema;
import org.verger.deployment.CannotStartException;

/** Brings the shared schema up to date, and says plainly why the database does not let us. */
final class Migration {

  private static final Logger log = LoggerFactory.getLogger(Migration.class);

  private Migration() {}

  static void run(DatabaseLogins logins, String exporterPassword) {
    migrate(logins, exporterPassword);
    if (logins.areOne()) {
      log.warn(
          "The login {} does for migrations too, so SQL that found its way into a request could"
              + " take on the owner of every church's tables: give migrations a login of their own,"
              + " verger.database.migrations.username and .password",
          logins.pool().user());
    } else {
      refuseAPoolThatCanBecomeOwner(logins);
    }
  }

  private static void refuseAPoolThatCanBecomeOwner(DatabaseLogins logins) {
    String pool = logins.pool().user();
    try {
      if (SharedSchema.poolCanBecomeOwner(logins)) {
        throw new CannotStartException(
            "The login %s of the connection pool can still take on the owner's role: run db/two-logins.sql as an administrator of the database, with the names of your logins"
                .formatted(pool));
      }
    } catch (SQLException failure) {
      throw new CannotStartException(explain(logins.pool(), "spring.datasource", failure), failure);
    }
  }

  private static void migrate(DatabaseLogins logins, String exporterPassword) {
    DatabaseLogin login = logins.migrations();
    String settings = logins.areOne() ? "spring.datasource" : "verger.database.migrations";
    try {
      SharedSchema.migrate(logins, exporterPassword);
    } catch (SQLException failure) {
      throw new CannotStartException(explain(login, settings, failure), failure);
    } catch (FlywayException failure) {
      throw new CannotStartException(
          failure.getCause() instanceof SQLException cause
              ? explain(login, settings, cause)
              : "The shared schema of %s cannot be migrated: %s"
                  .formatted(login.url(), failure.getMessage()),
          failure);
    }
  }

  private static String explain(DatabaseLogin login, String settings, SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String reason = firstLine(failure);
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "57" ->
          "The database %s cannot be reached (%s): start it, or correct spring.datasource.url"
              .formatted(login.url(), reason);
      case "28" ->
          "The database %s does not let %s sign in: correct %s.username and %s.password"
              .formatted(login.url(), login.user(), settings, settings);
      case "3D" ->
          "The database %s does not exist: create it with the owner %s, or correct spring.datasource.url"
              .formatted(login.url(), login.user());
      case "42" ->
          "The login %s lacks a right (%s): let it own the database, and run ALTER ROLE %s LOGIN NOINHERIT CREATEROLE as an administrator"
              .formatted(login.user(), reason, login.user());
      case "53" ->
          "The database %s has run out of room or connections (%s): free some and start again"
              .formatted(login.url(), reason);
      default ->
          "The database %s cannot be prepared (%s): see the log for where it failed"
              .formatted(login.url(), reason);
    };
  }

  private static String firstLine(SQLException failure) {
    String message = failure.getMessage() == null ? "no reason given" : failure.getMessage();
    return message.lines().findFirst().orElse(message);
  }
}
