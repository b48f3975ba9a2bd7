package org.verger.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.stereotype.Component;
import org.verger.database.DatabaseLogin;
import org.verger.deployment.RunsInRole;

/**
 * Hears when something is written to the outbox. It has a connection of its own, because the pool
 * would lend a listening one to somebody else. For one thread.
 */
@Component
@RunsInRole(RunsInRole.WORKERS)
final class OutboxSignal implements AutoCloseable {

  private final DatabaseLogin login;
  private @Nullable Connection connection;

  OutboxSignal(DatabaseLogin login) {
    this.login = login;
  }

  /** Listens from now on; does nothing when it listens already. */
  void listen() throws SQLException {
    if (connection == null) {
      connection = login.unpooled().getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("LISTEN verger_outbox");
      }
    }
  }

  /** Returns when something was written since the last call, at the latest after {@code limit}. */
  void await(Duration limit) throws SQLException {
    if (connection != null) {
      connection.unwrap(PGConnection.class).getNotifications((int) limit.toMillis());
    }
  }

  /** Gives the connection up; the next {@link #listen} opens another. */
  @Override
  public void close() throws SQLException {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }
}
