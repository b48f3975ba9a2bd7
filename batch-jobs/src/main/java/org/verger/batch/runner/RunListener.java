package org.verger.batch.runner;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.verger.database.DatabaseLogin;

/**
 * Hears on a connection of its own when a run is asked for or changes its state. For one thread.
 */
final class RunListener implements AutoCloseable {

  private final DatabaseLogin login;
  private @Nullable Connection connection;

  RunListener(DatabaseLogin login) {
    this.login = login;
  }

  /** Whether something happened since the last call; returns at the latest after {@code limit}. */
  boolean await(Duration limit) throws SQLException {
    PGNotification[] heard =
        listening().unwrap(PGConnection.class).getNotifications((int) limit.toMillis());
    return heard != null && heard.length > 0;
  }

  private Connection listening() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = login.unpooled().getConnection();
      connection = open;
      try (Statement statement = open.createStatement()) {
        statement.execute("LISTEN verger_batch");
      }
    }
    return open;
  }

  /** Gives the connection up; the next call opens another. */
  @Override
  public void close() throws SQLException {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
