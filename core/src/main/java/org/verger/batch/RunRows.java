package org.verger.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.tenants.TenantId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads runs from their table, in whatever role the caller has. */
@Component
class RunRows {

  private static final TypeReference<Map<String, String>> PARAMETERS = new TypeReference<>() {};

  private static final String SELECT =
      """
      SELECT r.*, coalesce(r.state IN ('running', 'stopping')
          AND r.heartbeat < now() - ? * interval '1 millisecond', false) AS orphaned
      FROM shared.batch_run r
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Duration stale;

  RunRows(JdbcClient jdbc, JsonMapper json, @Value("${verger.batch.stale:PT30S}") Duration stale) {
    this.jdbc = jdbc;
    this.json = json;
    this.stale = stale;
  }

  /** How long a run that nobody wrote about is left to its process. */
  Duration stale() {
    return stale;
  }

  /** Rows that meet a condition on {@code r}. */
  List<BatchRun> where(String condition, Object... values) {
    List<Object> all = new ArrayList<>();
    all.add(stale.toMillis());
    all.addAll(List.of(values));
    return jdbc.sql(SELECT + " WHERE " + condition).params(all).query(this::read).list();
  }

  private BatchRun read(ResultSet row, int number) throws SQLException {
    return new BatchRun(
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        new TenantId(row.getString("tenant_id")),
        row.getString("job"),
        row.getString("key"),
        json.readValue(row.getString("parameters"), PARAMETERS),
        row.getString("lane").equals(Lane.BULK.code()) ? Lane.BULK : Lane.NIGHTLY,
        RunState.of(row.getString("state")).orElseThrow(),
        row.getObject("requested_by", UUID.class),
        row.getTimestamp("requested_at").toInstant(),
        instant(row, "scheduled_for"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getString("node"),
        row.getInt("attempts"),
        row.getInt("restarts"),
        row.getString("step"),
        row.getLong("total"),
        row.getLong("read"),
        row.getLong("written"),
        row.getLong("skipped"),
        row.getLong("rejected"),
        row.getString("message"),
        row.getBoolean("orphaned"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
