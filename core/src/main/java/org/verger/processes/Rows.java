package org.verger.processes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads columns of the projection. */
final class Rows {

  private Rows() {}

  static Instant at(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static @Nullable Instant maybeAt(ResultSet row, String column) throws SQLException {
    Timestamp time = row.getTimestamp(column);
    return time == null ? null : time.toInstant();
  }

  static TaskView task(ResultSet row, int number) throws SQLException {
    return new TaskView(
        row.getLong("key"),
        row.getString("element_id"),
        row.getString("subject_id"),
        List.copyOf(Arrays.asList((String[]) row.getArray("candidate_groups").getArray())),
        maybeAt(row, "due_at"),
        at(row, "created_at"),
        row.getString("state"));
  }

  static ElementView element(ResultSet row) throws SQLException {
    return new ElementView(
        row.getString("element_id"),
        row.getString("element_type"),
        row.getString("state"),
        at(row, "started_at"),
        maybeAt(row, "ended_at"));
  }

  static TimerView timer(ResultSet row) throws SQLException {
    return new TimerView(row.getString("element_id"), at(row, "due_at"));
  }

  static IncidentView incident(ResultSet row, int number) throws SQLException {
    return new IncidentView(
        row.getLong("key"),
        row.getString("process_id"),
        row.getString("element_id"),
        row.getString("subject_id"),
        row.getObject("job_key", Long.class),
        row.getString("error_type"),
        row.getString("error_message"),
        at(row, "created_at"));
  }
}
