package org.verger.exporter;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.verger.database.SharedSchema;
import org.verger.testing.TestDatabase;

/** A PostgreSQL server of its own that goes away and comes back with the same data and port. */
final class TestServer implements AutoCloseable {

  private final Path data;
  private final int port;
  private @Nullable EmbeddedPostgres running;

  TestServer() throws IOException {
    data = Files.createTempDirectory("verger-postgres");
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
  }

  String url() {
    return "jdbc:postgresql://localhost:" + port + "/verger";
  }

  void start() throws IOException {
    running =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPort(port)
            .start();
  }

  void createDatabase() throws SQLException {
    if (running == null) {
      throw new IllegalStateException("The server is not running");
    }
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE verger LOGIN NOINHERIT PASSWORD 'verger-test'");
      statement.execute(
          "CREATE ROLE verger_migrations LOGIN NOINHERIT CREATEROLE PASSWORD 'verger-test'");
      statement.execute("CREATE DATABASE verger OWNER verger_migrations");
    }
  }

  void migrate() throws SQLException {
    SharedSchema.migrate(new TestDatabase(url(), url()).logins(), TestDatabase.PASSWORD);
  }

  HikariDataSource pool() {
    return new TestDatabase(url(), url()).pool();
  }

  void stop() throws IOException {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Override
  public void close() throws IOException {
    stop();
    FileSystemUtils.deleteRecursively(data);
  }
}
