package org.verger.exporter;

import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what the exporter has written. */
final class Projected implements AutoCloseable {

  private final HikariDataSource pool;
  private final JdbcClient jdbc;

  Projected(HikariDataSource pool) {
    this.pool = pool;
    this.jdbc = JdbcClient.create(pool);
  }

  Map<String, Object> row(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query().singleRow();
  }

  /** The first column of each row. */
  List<String> texts(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(String.class).list();
  }

  long number(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).single();
  }

  /** Waits until the query gives a row, and returns the number in it. */
  long awaitNumber(String sql, Object... parameters) {
    await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(20))
        .ignoreExceptions()
        .until(() -> !jdbc.sql(sql).params(parameters).query(Long.class).list().isEmpty());
    return number(sql, parameters);
  }

  /** Everything that is stored, as one text. */
  String everything() {
    return jdbc.sql(
            """
            SELECT coalesce(string_agg(query_to_xml('SELECT * FROM engine.' || table_name,
              false, true, '')::text, ''), '')
            FROM information_schema.tables
            WHERE table_schema = 'engine' AND table_name <> 'exporter_position'
            """)
        .query(String.class)
        .single();
  }

  @Override
  public void close() {
    pool.close();
  }
}
