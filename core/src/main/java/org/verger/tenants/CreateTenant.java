package org.verger.tenants;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a new church in: registry entry, role, schema, migrations. */
@Component
public class CreateTenant {

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final TenantMigrations migrations;
  private final Clock clock;

  CreateTenant(JdbcClient jdbc, Tenants tenants, TenantMigrations migrations, Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.migrations = migrations;
    this.clock = clock;
  }

  /**
   * Creates the church and activates it. When its migration fails it stays in status {@code
   * creating}, the report says why, and {@link #resume} tries again.
   *
   * @param actor who asked for it, for the audit trail
   * @throws TenantExistsException when the short name is taken
   */
  public TenantMigrations.Report create(Tenant tenant, String actor) {
    register(tenant);
    audit(tenant.id(), "created", actor);
    return resume(tenant.id(), actor);
  }

  /** Runs the migrations of a church that is being created, and activates it when they succeed. */
  public TenantMigrations.Report resume(TenantId id, String actor) {
    TenantMigrations.Report report = migrations.migrate(id);
    if (report.succeeded()
        && jdbc.sql(
                    """
                    UPDATE shared.tenant SET status = 'active'
                    WHERE id = ? AND status = 'creating'
                    """)
                .param(id.value())
                .update()
            > 0) {
      tenants.forget(id);
      audit(id, "activated", actor);
    }
    return report;
  }

  private void register(Tenant tenant) {
    try {
      jdbc.sql(
              """
              INSERT INTO shared.tenant (id, name, denomination, time_zone, languages, region,
                                         currency, status, created_at)
              VALUES (?, ?, ?, ?, string_to_array(?, ','), ?, ?, ?, ?)
              """)
          .param(tenant.id().value())
          .param(tenant.name())
          .param(tenant.denomination())
          .param(tenant.zone().getId())
          .param(String.join(",", tenant.languages()))
          .param(tenant.region())
          .param(tenant.currency())
          .param(Tenant.Status.CREATING.name().toLowerCase(Locale.ROOT))
          .param(now())
          .update();
    } catch (DuplicateKeyException taken) {
      throw new TenantExistsException(tenant.id());
    }
  }

  private void audit(TenantId id, String action, String actor) {
    jdbc.sql("INSERT INTO shared.tenant_audit (tenant_id, action, actor, at) VALUES (?, ?, ?, ?)")
        .params(id.value(), action, actor, now())
        .update();
  }

  private Timestamp now() {
    return Timestamp.from(Instant.now(clock));
  }
}
