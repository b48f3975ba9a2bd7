package org.verger.testing;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.tenants.CreateTenant;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;

/** A church of its own for one test, on the test's database. */
public record Church(TenantId id, JdbcClient jdbc, TransactionTemplate transactions) {

  /** Creates the church with its schema. */
  public static Church create(
      String id, CreateTenant createTenant, JdbcClient jdbc, TransactionTemplate transactions) {
    var report = createTenant.create(TestTenants.church(id), "test");
    if (!report.succeeded()) {
      throw new IllegalStateException(report.error());
    }
    return new Church(new TenantId(id), jdbc, transactions);
  }

  /** Does work for this church. */
  public <T> T call(Supplier<T> work) {
    return CurrentTenant.call(id, work);
  }

  /** Does work for this church. */
  public void run(Runnable work) {
    CurrentTenant.run(id, work);
  }

  /** The one number that a query gives, as this church. */
  public long count(String sql, Object... params) {
    return call(
        () ->
            transactions.execute(open -> jdbc.sql(sql).params(params).query(Long.class).single()));
  }

  /** Runs a statement as this church. */
  public int update(String sql, Object... params) {
    return call(() -> transactions.execute(open -> jdbc.sql(sql).params(params).update()));
  }
}
