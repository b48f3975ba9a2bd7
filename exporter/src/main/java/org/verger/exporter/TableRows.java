package org.verger.exporter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;

/** What is to be written to one table: the last of all changes of a row. */
final class TableRows<R extends Row> {

  private final Projection<?, R> projection;
  private final Map<Object, Change<R>> rows = new LinkedHashMap<>();

  TableRows(Projection<?, R> projection) {
    this.projection = projection;
  }

  /** Adds the changes that belong to this table. */
  @SuppressWarnings("unchecked")
  TableRows<R> addAll(List<Change<?>> changes) {
    changes.stream()
        .filter(change -> change.projection() == projection)
        .map(change -> (Change<R>) change)
        .forEach(change -> rows.merge(change.row().id(), change, Change::then));
    return this;
  }

  Collection<Change<R>> rows() {
    return rows.values();
  }

  Stream<Long> unsettledInstances() {
    return rows.values().stream()
        .map(change -> change.row().unsettledInstance())
        .filter(Objects::nonNull);
  }

  void write(Connection connection) throws SQLException {
    write(connection, rows.values());
  }

  /** Leaves out what the database cannot represent, so that the rest is not held up for ever. */
  void writeOneByOne(Connection connection, Logger log) throws SQLException {
    for (Change<R> change : rows.values()) {
      Savepoint before = connection.setSavepoint();
      try {
        write(connection, List.of(change));
        connection.releaseSavepoint(before);
      } catch (SQLException failure) {
        if (!isAboutTheData(failure)) {
          throw failure;
        }
        connection.rollback(before);
        log.error(
            "Row {} of {} is left out, because the database refuses its values ({})",
            change.row().id(),
            projection.getClass().getSimpleName(),
            failure.getSQLState());
      }
    }
  }

  private void write(Connection connection, Collection<Change<R>> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(projection.upsert())) {
      Parameters parameters = new Parameters(statement);
      for (Change<R> change : changes) {
        projection.bind(change.row(), change.since(), parameters);
        parameters.endRow();
      }
      statement.executeBatch();
    }
  }

  /** Values out of range or badly formed, broken constraints, index entries that are too long. */
  static boolean isAboutTheData(SQLException failure) {
    String state = Objects.requireNonNullElse(failure.getSQLState(), "");
    return state.startsWith("22") || state.startsWith("23") || state.startsWith("54");
  }
}
