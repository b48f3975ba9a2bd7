package org.verger.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.verger.tenants.TenantId;

/**
 * {@code COPY}, as its administrator: of a file as it is into a table of texts, and of rows that
 * are ready into a table with the columns, indexes and foreign keys of the gifts.
 */
final class CopyTables {

  private final JdbcTemplate jdbc;

  CopyTables(Path folder, TenantId church) {
    DatabaseServer server = new DatabaseServer(folder);
    this.jdbc = new JdbcTemplate(server.administratorConnection("verger"));
    jdbc.execute("SET search_path TO " + church.schema());
  }

  /** Copies a file with so many columns into a table of texts. */
  void bare(Path file, int columns) {
    jdbc.execute(
        IntStream.rangeClosed(1, columns)
            .mapToObj("c%d text"::formatted)
            .collect(Collectors.joining(", ", "CREATE TABLE bare (", ")")));
    copy("COPY bare FROM STDIN (FORMAT csv, HEADER)", file);
  }

  /**
   * Writes the file with ids instead of names, as {@code COPY} needs it; not part of what is
   * measured.
   */
  Path ready(Path file) {
    Map<String, String> people =
        ids("SELECT external_id, id::text FROM person WHERE external_id IS NOT NULL");
    for (String fund : new String[] {"Missions", "Building", "Youth"}) {
      jdbc.update(
          "INSERT INTO fund (id, code, name, created_at) VALUES (gen_random_uuid(), ?, ?, now())",
          fund.toLowerCase(Locale.ROOT),
          fund);
    }
    Map<String, String> funds = ids("SELECT name, id::text FROM fund");
    String unit =
        jdbc.queryForObject("SELECT id::text FROM unit WHERE parent_id IS NULL", String.class);
    Path ready = file.resolveSibling("ready.csv");
    try (BufferedReader in = Files.newBufferedReader(file);
        BufferedWriter out = Files.newBufferedWriter(ready)) {
      in.readLine();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        String[] cells = line.split(",", -1);
        String[] day = cells[0].split("/", -1);
        out.write(
            String.join(
                ",",
                people.get(cells[1]),
                funds.get(cells[2]),
                unit,
                cells[3].substring(1).replace(".", ""),
                "USD",
                day[2] + "-" + day[0] + "-" + day[1],
                cells[4].equals("Check") ? "cheque" : cells[4].toLowerCase(Locale.ROOT),
                cells[5],
                "2026-01-01"));
        out.newLine();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return ready;
  }

  private Map<String, String> ids(String sql) {
    Map<String, String> ids = new HashMap<>();
    jdbc.query(
        sql,
        row -> {
          ids.put(row.getString(1), row.getString(2));
        });
    return ids;
  }

  void equal(Path ready) {
    jdbc.execute(
        """
        CREATE TABLE equal_gift (LIKE contribution INCLUDING ALL);
        ALTER TABLE equal_gift ADD FOREIGN KEY (person_id) REFERENCES person,
          ADD FOREIGN KEY (fund_id) REFERENCES fund, ADD FOREIGN KEY (unit_id) REFERENCES unit
        """);
    copy(
        """
        COPY equal_gift (person_id, fund_id, unit_id, amount, currency, given_on, method, reference, created_at)
        FROM STDIN (FORMAT csv)
        """,
        ready);
  }

  private void copy(String sql, Path file) {
    ConnectionCallback<Long> work = connection -> copy(connection, sql, file);
    jdbc.execute(work);
  }

  private static Long copy(Connection connection, String sql, Path file) throws SQLException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, bytes, 1 << 16);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
