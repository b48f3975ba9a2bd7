package org.verger.tenants.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantMigrations;

/**
 * A church as it is registered.
 *
 * @param status creating, active, suspended or archived
 * @param migration how its last migration ended; null before the first
 */
record TenantView(
    String id,
    String name,
    @Nullable String denomination,
    String timeZone,
    List<String> languages,
    String region,
    String currency,
    String status,
    @Nullable Migration migration) {

  /**
   * How a migration ended.
   *
   * @param version what the schema has now
   * @param error what the database said when it failed
   */
  record Migration(boolean succeeded, @Nullable String version, @Nullable String error) {

    static Migration of(TenantMigrations.Report report) {
      return new Migration(report.succeeded(), report.version(), report.error());
    }
  }

  static TenantView of(Tenant tenant, TenantMigrations.@Nullable Report report) {
    return new TenantView(
        tenant.id().value(),
        tenant.name(),
        tenant.denomination(),
        tenant.zone().getId(),
        tenant.languages(),
        tenant.region(),
        tenant.currency(),
        tenant.status().name().toLowerCase(Locale.ROOT),
        report == null ? null : Migration.of(report));
  }
}
