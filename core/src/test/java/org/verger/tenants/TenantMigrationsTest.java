package org.verger.tenants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.verger.testing.TestTenants.church;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.verger.testing.CoreTestApplication;
import org.verger.testing.TestDatabase;

@SpringBootTest(classes = CoreTestApplication.class)
class TenantMigrationsTest {

  private static final TenantId BROKEN = new TenantId("broken");

  @Autowired CreateTenant createTenant;
  @Autowired TenantMigrations migrations;
  @Autowired Tenants tenants;
  @Autowired TestDatabase database;

  @Test
  void aChurchThatCannotBeMigratedIsReportedWhileTheOthersGoOnAndIsResumedWhenMended()
      throws SQLException {
    asOwnerOfTheDatabase("CREATE SCHEMA tenant_broken AUTHORIZATION verger_owner");
    asOwnerOfTheDatabase("CREATE TABLE tenant_broken.person (id int)");
    TenantMigrations.Report failed = createTenant.create(church("broken"), "test");
    assertThat(failed.succeeded()).isFalse();
    assertThat(failed.error()).contains("tenant_broken");
    assertThat(tenants.find(BROKEN).orElseThrow().status()).isEqualTo(Tenant.Status.CREATING);

    createTenant.create(church("well"), "test");
    assertThat(migrations.migrateAll())
        .filteredOn(report -> report.tenant().equals(new TenantId("well")))
        .allMatch(TenantMigrations.Report::succeeded)
        .isNotEmpty();
    assertThat(migrations.reports().getFirst()).isEqualTo(failed);

    asOwnerOfTheDatabase("DROP TABLE tenant_broken.person");
    TenantMigrations.Report mended = createTenant.resume(BROKEN, "test");
    assertThat(mended.succeeded()).isTrue();
    assertThat(mended.version()).isNotNull();
    assertThat(tenants.active(BROKEN).id()).isEqualTo(BROKEN);
  }

  private void asOwnerOfTheDatabase(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.superuserUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
