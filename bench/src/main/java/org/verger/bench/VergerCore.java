package org.verger.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.beans.BeanUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.approvals.TaskList;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/** Verger's task list called in this process: what is left without HTTP and who is signed in. */
final class VergerCore implements TaskCounts, AutoCloseable {

  static final TenantId CHURCH = new TenantId("olamchurch");

  private final HikariDataSource pool;
  private final TransactionTemplate transaction;
  private final TaskList list;
  private final PersonId approver;

  VergerCore(DatabaseServer server, UUID approver) {
    this.pool = server.verger().pool();
    this.transaction = new TransactionTemplate(new ChurchTransactions(pool));
    this.approver = new PersonId(approver);
    try {
      this.list =
          BeanUtils.instantiateClass(
              TaskList.class.getDeclaredConstructor(JdbcClient.class, Clock.class, Access.class),
              JdbcClient.create(pool),
              Clock.systemUTC(),
              // Asked for the lists of teams only, which are not measured.
              null);
    } catch (NoSuchMethodException changed) {
      throw new IllegalStateException(changed);
    }
  }

  /** As the application does it: the role is the church's as long as the transaction. */
  private static final class ChurchTransactions extends DataSourceTransactionManager {

    private static final long serialVersionUID = 1;

    ChurchTransactions(HikariDataSource pool) {
      super(pool);
    }

    @Override
    protected void prepareTransactionalConnection(
        Connection connection, org.springframework.transaction.TransactionDefinition definition)
        throws SQLException {
      super.prepareTransactionalConnection(connection, definition);
      try (java.sql.Statement statement = connection.createStatement()) {
        statement.execute(
            "SET LOCAL ROLE %s; SET LOCAL search_path TO %s"
                .formatted(CHURCH.schema(), CHURCH.schema()));
      }
    }
  }

  @Override
  public String name() {
    return "Verger's core";
  }

  @Override
  public int page(int offset) {
    return list(null, null, String.valueOf(offset));
  }

  @Override
  public int search(String kind, String text) {
    return list(kind, text, null);
  }

  private int list(
      @org.jspecify.annotations.Nullable String kind,
      @org.jspecify.annotations.Nullable String text,
      @org.jspecify.annotations.Nullable String cursor) {
    TaskList.Filter filter =
        new TaskList.Filter(
            TaskList.View.MINE, kind, text, TaskList.Order.DUE, cursor, TaskReads.PAGE);
    return CurrentTenant.<Integer>call(
        CHURCH,
        () -> transaction.<Integer>execute(status -> list.list(approver, filter).items().size()));
  }

  @Override
  public int count() {
    return CurrentTenant.<Integer>call(
        CHURCH, () -> transaction.<Integer>execute(status -> (int) list.counts(approver).mine()));
  }

  @Override
  public void close() {
    pool.close();
  }
}
