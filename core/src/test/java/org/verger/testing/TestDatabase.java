package org.verger.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.verger.database.DatabaseLogin;
import org.verger.database.DatabaseLogins;
import org.verger.database.SharedSchema;

/**
 * A migrated database of its own on a real PostgreSQL server that all tests of one JVM share.
 *
 * @param url the JDBC URL, without a user
 * @param superuserUrl the same database for a role that may do anything
 */
public record TestDatabase(String url, String superuserUrl) {

  /** What the product signs in as. */
  public static final String USER = "verger";

  /** What its migrations sign in as. */
  public static final String MIGRATIONS_USER = "verger_migrations";

  /** The password of both and of the exporter. */
  public static final String PASSWORD = "verger-test";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** Creates a database with the product's login and the shared schemas. */
  public static TestDatabase create() {
    String name = "test_" + NUMBER.incrementAndGet();
    EmbeddedPostgres server = Server.RUNNING;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'verger') THEN
              CREATE ROLE verger LOGIN NOINHERIT PASSWORD 'verger-test';
              CREATE ROLE verger_migrations LOGIN NOINHERIT CREATEROLE PASSWORD 'verger-test';
            END IF;
          END $$\
          """);
      statement.execute("CREATE DATABASE " + name + " OWNER " + MIGRATIONS_USER);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
    TestDatabase database = new TestDatabase(url, server.getJdbcUrl("postgres", name));
    try {
      SharedSchema.migrate(database.logins(), PASSWORD);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return database;
  }

  /** The product's own logins. */
  public DatabaseLogins logins() {
    return new DatabaseLogins(new DatabaseLogin(url, MIGRATIONS_USER, PASSWORD), login());
  }

  /** The login of the product's pool. */
  public DatabaseLogin login() {
    return new DatabaseLogin(url, USER, PASSWORD);
  }

  /** A new pool of the product's own login; the caller closes it. */
  public HikariDataSource pool() {
    HikariDataSource pool = login().pool();
    pool.setMaximumPoolSize(8);
    return pool;
  }

  private static final class Server {

    private static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
