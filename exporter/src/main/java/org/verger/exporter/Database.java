package org.verger.exporter;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;

/**
 * The rows and the position of one partition, in one transaction. Used by one thread. After any
 * failure it must be closed: the next call then opens a connection and reads what was committed.
 */
final class Database implements AutoCloseable {

  private final PGSimpleDataSource server;
  private final int partition;
  private final List<Projection<?, ?>> projections;
  private final Logger log;

  private @Nullable Connection connection;
  private Progress progress = new Progress(-1, Instant.EPOCH);

  /**
   * @param projections in the order in which their tables are written
   */
  Database(
      PGSimpleDataSource server, int partition, List<Projection<?, ?>> projections, Logger log) {
    this.server = server;
    this.partition = partition;
    this.projections = projections;
    this.log = log;
  }

  /** Waits for the network for half a minute at most, and keeps row contents out of messages. */
  static PGSimpleDataSource server(Arguments arguments) {
    PGSimpleDataSource server = new PGSimpleDataSource();
    server.setUrl(arguments.url());
    server.setUser(arguments.user());
    server.setPassword(arguments.password());
    server.setApplicationName("verger-exporter");
    server.setReWriteBatchedInserts(true);
    // Planning the joins anew for each batch costs more than running them.
    server.setOptions("-c plan_cache_mode=force_generic_plan");
    server.setLogServerErrorDetail(false);
    server.setConnectTimeout(5);
    server.setSocketTimeout(30);
    return server;
  }

  /** Commits what of the batch is not stored yet. */
  void store(Batch batch) throws SQLException {
    Connection open = connected();
    List<Change<?>> unseen = progress.unseen(batch.changes());
    if (batch.position() <= progress.position()) {
      return;
    }
    List<TableRows<?>> tables = merged(unseen);
    try {
      commit(open, batch, tables, table -> table.write(open));
    } catch (SQLException failure) {
      if (!TableRows.isAboutTheData(failure)) {
        throw failure;
      }
      open.rollback();
      commit(open, batch, tables, table -> table.writeOneByOne(open, log));
    }
  }

  private Connection connected() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = server.getConnection();
      connection = open;
      open.setAutoCommit(false);
      progress = Progress.read(open, partition);
      open.commit();
    }
    return open;
  }

  private List<TableRows<?>> merged(List<Change<?>> changes) {
    return projections.stream()
        .<TableRows<?>>map(projection -> new TableRows<>(projection).addAll(changes))
        .toList();
  }

  private void commit(Connection open, Batch batch, List<TableRows<?>> tables, Step step)
      throws SQLException {
    Progress advanced = progress.advance(open, partition, batch);
    for (TableRows<?> table : tables) {
      step.write(table);
    }
    Set<Long> unsettled =
        tables.stream().flatMap(TableRows::unsettledInstances).collect(Collectors.toSet());
    Belonging.settle(open, unsettled);
    open.commit();
    progress = advanced;
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException failure) {
        log.debug("The connection was broken already: {}", failure.getSQLState());
      }
      connection = null;
    }
  }

  private interface Step {
    void write(TableRows<?> table) throws SQLException;
  }
}
