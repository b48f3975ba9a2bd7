package org.verger.tenants;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Suspends a church, serves it again, or archives it; its records stay. */
@Component
public class ChangeTenantStatus {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Tenants tenants;
  private final TenantAudit audit;

  ChangeTenantStatus(
      JdbcClient jdbc, TransactionTemplate transaction, Tenants tenants, TenantAudit audit) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.tenants = tenants;
    this.audit = audit;
  }

  /**
   * Changes the status. Other nodes follow within {@link Tenants#FRESH}.
   *
   * @param actor who asked for it, for the audit trail
   * @throws UnknownTenantException when there is no such church
   * @throws IllegalStatusChangeException when its status does not allow it
   */
  public void change(TenantId id, Tenant.Status to, String actor) {
    transaction.executeWithoutResult(status -> apply(id, to, actor));
    tenants.forget(id);
  }

  private void apply(TenantId id, Tenant.Status to, String actor) {
    Tenant.Status from = locked(id);
    if (!StatusChanges.isLegal(from, to)) {
      throw new IllegalStatusChangeException(id, from, to);
    }
    jdbc.sql("UPDATE shared.tenant SET status = ? WHERE id = ?")
        .params(lower(to), id.value())
        .update();
    audit.record(id, to == Tenant.Status.ACTIVE ? "activated" : lower(to), actor);
  }

  private Tenant.Status locked(TenantId id) {
    return jdbc.sql("SELECT status FROM shared.tenant WHERE id = ? FOR UPDATE")
        .param(id.value())
        .query(String.class)
        .optional()
        .map(text -> Tenant.Status.valueOf(text.toUpperCase(Locale.ROOT)))
        .orElseThrow(() -> UnknownTenantException.forName(id.value()));
  }

  private static String lower(Tenant.Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }
}
