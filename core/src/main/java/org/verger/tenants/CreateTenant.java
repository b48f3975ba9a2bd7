package org.verger.tenants;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes a new church in: registry entry, role, schema, migrations. */
@Component
public class CreateTenant {

  private final JdbcClient jdbc;
  private final Tenants tenants;
  private final TenantMigrations migrations;
  private final TenantAudit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  CreateTenant(
      JdbcClient jdbc,
      Tenants tenants,
      TenantMigrations migrations,
      TenantAudit audit,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.tenants = tenants;
    this.migrations = migrations;
    this.audit = audit;
    this.events = events;
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
    audit.record(tenant.id(), "created", actor);
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
      audit.record(id, "activated", actor);
      events.publishEvent(new TenantActivated(id));
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
          .param(Timestamp.from(Instant.now(clock)))
          .update();
    } catch (DuplicateKeyException taken) {
      throw new TenantExistsException(tenant.id());
    }
  }
}
