package org.verger.tenants;

import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves churches to another time zone, and lets this process know. */
public record ZoneMoves(JdbcClient jdbc, Tenants tenants) {

  /** From now on the church lives in the zone. */
  public void move(TenantId church, ZoneId zone) {
    jdbc.sql("UPDATE shared.tenant SET time_zone = ? WHERE id = ?")
        .params(zone.getId(), church.value())
        .update();
    tenants.forget(church);
  }
}
