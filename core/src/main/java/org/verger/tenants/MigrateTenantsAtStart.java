package org.verger.tenants;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.verger.deployment.Launched;

/** Brings every church's schema up to date before anything works on one. */
@Component
@Launched
class MigrateTenantsAtStart implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(MigrateTenantsAtStart.class);

  private final TenantMigrations migrations;
  private volatile boolean running;

  MigrateTenantsAtStart(TenantMigrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public void start() {
    List<TenantMigrations.Report> failed =
        migrations.migrateAll().stream().filter(report -> !report.succeeded()).toList();
    failed.forEach(
        report ->
            log.error(
                "Church {} keeps its older tables until its migration succeeds: {}",
                report.tenant(),
                report.error()));
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before every other component. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }
}
