package org.verger.tenants;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Gives each transaction the role and the search path of the bound church, for as long as it lasts.
 * Without a church the login role stays, and that one has no right to any church's schema.
 */
public final class TenantTransactionManager extends JdbcTransactionManager {

  private static final String TAKE_ROLE =
      "SELECT set_config('role', ?, true), set_config('search_path', ?, true)";

  public TenantTransactionManager(DataSource dataSource) {
    super(dataSource);
  }

  @Override
  protected void doBegin(Object transaction, TransactionDefinition definition) {
    super.doBegin(transaction, definition);
    CurrentTenant.get().ifPresent(tenant -> takeRole(transaction, tenant));
  }

  private void takeRole(Object transaction, TenantId tenant) {
    ConnectionHolder holder =
        (ConnectionHolder) TransactionSynchronizationManager.getResource(obtainDataSource());
    if (holder == null) {
      throw new IllegalStateException("The transaction began without a connection");
    }
    try {
      takeRole(holder.getConnection(), tenant);
    } catch (SQLException refused) {
      doRollbackAndRelease(transaction);
      throw new CannotCreateTransactionException(
          "Church " + tenant + " has no role in this database", refused);
    }
  }

  private void doRollbackAndRelease(Object transaction) {
    doCleanupAfterCompletion(transaction);
  }

  private static void takeRole(Connection connection, TenantId tenant) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE_ROLE)) {
      statement.setString(1, tenant.role());
      statement.setString(2, tenant.schema());
      statement.execute();
    }
  }
}
