package org.verger.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How far the database is in the log of one partition.
 *
 * @param position of the last event that is stored, -1 when none is
 * @param latest the latest time of the events that are stored
 */
record Progress(long position, Instant latest) {

  static Progress read(Connection connection, int partition) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT position, updated_at FROM engine.exporter_position WHERE partition_id = ?")) {
      query.setInt(1, partition);
      try (ResultSet found = query.executeQuery()) {
        return found.next()
            ? new Progress(found.getLong(1), found.getObject(2, OffsetDateTime.class).toInstant())
            : new Progress(-1, Instant.EPOCH);
      }
    }
  }

  /** What is not stored yet. */
  List<Change<?>> unseen(List<Change<?>> changes) throws SQLException {
    if (changes.stream().anyMatch(this::isOfAnotherLog)) {
      throw new SQLException(
          "Schema engine belongs to engine data that are gone. Restore the engine's data, or empty"
              + " all tables of schema engine and restart the engine");
    }
    return changes.stream().filter(change -> change.position() > position).toList();
  }

  /** Positions start anew when the engine's data are wiped, but time does not. */
  private boolean isOfAnotherLog(Change<?> change) {
    return change.position() <= position && change.since().isAfter(latest);
  }

  /** Takes a lock that makes all writers of this partition wait for each other. */
  Progress advance(Connection connection, int partition, Batch batch) throws SQLException {
    Instant later = batch.at().isAfter(latest) ? batch.at() : latest;
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            INSERT INTO engine.exporter_position AS stored (partition_id, position, updated_at)
            VALUES (?, ?, ?)
            ON CONFLICT (partition_id) DO UPDATE
              SET position = excluded.position, updated_at = excluded.updated_at
              WHERE stored.position = ?
            """)) {
      new Parameters(update).number(partition).key(batch.position()).time(later).key(position);
      if (update.executeUpdate() == 0) {
        throw new SQLException("Another broker has stored events of partition " + partition);
      }
    }
    return new Progress(batch.position(), later);
  }
}
