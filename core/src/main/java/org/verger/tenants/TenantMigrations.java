package org.verger.tenants;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.database.DatabaseLogins;
import org.verger.database.DatabaseRoles;

/**
 * Keeps each church's schema up to date. A church whose migration fails is reported and left as it
 * was; the others go on, and the next call takes up where this one stopped.
 */
@Component
public class TenantMigrations {

  private static final Logger log = LoggerFactory.getLogger(TenantMigrations.class);

  private final DatabaseLogins logins;
  private final JdbcClient jdbc;
  private final Clock clock;

  TenantMigrations(DatabaseLogins logins, JdbcClient jdbc, Clock clock) {
    this.logins = logins;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * How a church's last migration ended.
   *
   * @param version the version its schema has now
   * @param error what the database said, when it failed
   */
  public record Report(
      TenantId tenant, boolean succeeded, @Nullable String version, @Nullable String error) {}

  /** Migrates every church that is not archived and returns how each one ended. */
  public List<Report> migrateAll() {
    return jdbc
        .sql("SELECT id FROM shared.tenant WHERE status <> 'archived' ORDER BY id")
        .query((row, number) -> new TenantId(row.getString("id")))
        .list()
        .stream()
        .map(this::migrate)
        .toList();
  }

  /** Migrates one church; a failure is in the report and not an exception. */
  public Report migrate(TenantId tenant) {
    Report report = attempt(tenant);
    jdbc.sql(
            """
            INSERT INTO shared.tenant_migration (tenant_id, succeeded, version, error, at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (tenant_id) DO UPDATE
            SET succeeded = excluded.succeeded, version = excluded.version,
                error = excluded.error, at = excluded.at
            """)
        .param(tenant.value())
        .param(report.succeeded())
        .param(report.version())
        .param(report.error())
        .param(Timestamp.from(Instant.now(clock)))
        .update();
    return report;
  }

  /** How each church's last migration ended, failed ones first. */
  public List<Report> reports() {
    return jdbc.sql(
            """
            SELECT tenant_id, succeeded, version, error FROM shared.tenant_migration
            ORDER BY succeeded, tenant_id
            """)
        .query(TenantMigrations::read)
        .list();
  }

  /** How a church's last migration ended. */
  public Optional<Report> report(TenantId tenant) {
    return jdbc.sql(
            """
            SELECT tenant_id, succeeded, version, error FROM shared.tenant_migration
            WHERE tenant_id = ?
            """)
        .param(tenant.value())
        .query(TenantMigrations::read)
        .optional();
  }

  private static Report read(ResultSet row, int number) throws SQLException {
    return new Report(
        new TenantId(row.getString("tenant_id")),
        row.getBoolean("succeeded"),
        row.getString("version"),
        row.getString("error"));
  }

  private Report attempt(TenantId tenant) {
    Flyway flyway = flyway(tenant);
    try {
      createSchema(tenant);
      flyway.migrate();
      return new Report(tenant, true, version(flyway), null);
    } catch (SQLException | FlywayException failure) {
      log.error("The schema of church {} could not be migrated", tenant, failure);
      return new Report(tenant, false, null, failure.getMessage());
    }
  }

  private void createSchema(TenantId tenant) throws SQLException {
    String role = DatabaseRoles.identifier(tenant.role());
    String schema = DatabaseRoles.identifier(tenant.schema());
    try (Connection connection = logins.migrations().unpooled().getConnection();
        Statement statement = connection.createStatement()) {
      DatabaseRoles.createGroup(connection, tenant.role());
      DatabaseRoles.letTakeOn(connection, tenant.role(), logins.pool().user());
      statement.execute("GRANT %s TO %s".formatted(DatabaseRoles.TENANTS, role));
      statement.execute("SET ROLE " + DatabaseRoles.OWNER);
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
      statement.execute("GRANT USAGE ON SCHEMA %s TO %s".formatted(schema, role));
      statement.execute(
          """
          ALTER DEFAULT PRIVILEGES IN SCHEMA %s
          GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %s\
          """
              .formatted(schema, role));
    }
  }

  private Flyway flyway(TenantId tenant) {
    return Flyway.configure()
        .dataSource(logins.migrations().unpooled())
        .initSql("SET ROLE " + DatabaseRoles.OWNER)
        .defaultSchema(tenant.schema())
        .table("schema_history")
        .locations("classpath:db/tenant")
        .placeholders(Map.of("tenant", tenant.role()))
        .load();
  }

  private static @Nullable String version(Flyway flyway) {
    MigrationInfo current = flyway.info().current();
    return current == null ? null : current.getVersion().getVersion();
  }
}
