package org.verger.database.embedded;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.verger.database.DatabaseLogin;
import org.verger.database.SharedSchema;
import org.verger.deployment.CannotStartException;

/** Brings the shared schema up to date, and says plainly why the database does not let us. */
final class Migration {

  private Migration() {}

  static void run(DatabaseLogin login, String exporterPassword) {
    try {
      SharedSchema.migrate(login, exporterPassword);
    } catch (SQLException failure) {
      throw new CannotStartException(explain(login, failure), failure);
    } catch (FlywayException failure) {
      throw new CannotStartException(
          failure.getCause() instanceof SQLException cause
              ? explain(login, cause)
              : "The shared schema of %s cannot be migrated: %s"
                  .formatted(login.url(), failure.getMessage()),
          failure);
    }
  }

  static String explain(DatabaseLogin login, SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    String reason = firstLine(failure);
    return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
      case "08", "57" ->
          "The database %s cannot be reached (%s): start it, or correct spring.datasource.url"
              .formatted(login.url(), reason);
      case "28" ->
          "The database %s does not let %s sign in: correct spring.datasource.username and spring.datasource.password"
              .formatted(login.url(), login.user());
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
