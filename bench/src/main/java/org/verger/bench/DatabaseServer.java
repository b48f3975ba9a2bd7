package org.verger.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.verger.database.DatabaseLogin;

/**
 * The database server that the application started, as its administrator.
 *
 * @param data the application's folder
 */
record DatabaseServer(Path data, JdbcClient statistics) {

  DatabaseServer(Path data) {
    this(data, administrator(data, "postgres"));
  }

  /** A database, every schema in reach, over one connection for one thread. */
  JdbcClient administrator(String database) {
    return administrator(data, database);
  }

  /** One connection of the administrator, for what needs the driver itself. */
  SingleConnectionDataSource administratorConnection(String database) {
    return connection(data, database);
  }

  private static JdbcClient administrator(Path data, String database) {
    return JdbcClient.create(connection(data, database));
  }

  private static SingleConnectionDataSource connection(Path data, String database) {
    return new SingleConnectionDataSource(
        url(data, database), "postgres", read(data, "secrets/postgres"), true);
  }

  /** The application's own login. */
  DatabaseLogin verger() {
    return new DatabaseLogin(url(data, "verger"), "verger", read(data, "secrets/database"));
  }

  /** A new database with an owner of the same name. */
  DatabaseLogin create(String name) {
    String password = "bench";
    JdbcClient administrator = administrator("postgres");
    administrator.sql("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, password)).update();
    administrator.sql("CREATE DATABASE %s OWNER %s".formatted(name, name)).update();
    return new DatabaseLogin(url(data, name), name, password);
  }

  /** What the server would do by itself sooner or later. */
  void vacuum(String database) {
    administrator(database).sql("VACUUM ANALYZE").update();
  }

  /** How many transactions have changed something; to ask is one itself. */
  double transactions() {
    return statistics.sql("SELECT pg_current_xact_id()::text::bigint").query(Long.class).single();
  }

  /** How many bytes of its log were written. */
  double log() {
    return statistics
        .sql("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint")
        .query(Long.class)
        .single();
  }

  /** The number of its first process. */
  long pid() {
    return Long.parseLong(
        read(data, "postgresql/postmaster.pid").lines().findFirst().orElseThrow());
  }

  private static String url(Path data, String database) {
    String port = read(data, "postgresql/postmaster.pid").lines().skip(3).findFirst().orElseThrow();
    return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, database);
  }

  private static String read(Path data, String file) {
    try {
      return Files.readString(data.resolve(file)).strip();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
