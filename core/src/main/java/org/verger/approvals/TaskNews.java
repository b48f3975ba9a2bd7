package org.verger.approvals;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.tenants.CurrentTenant;

/** Tells whether anything of the church's tasks is new, without reading them. */
@Component
public class TaskNews {

  // The sum of the last entries, not the last one alone: of two transactions the one that took the
  // lower number can end later.
  private static final String VERSION =
      """
      SELECT (SELECT coalesce(sum(id), 0)
              FROM (SELECT id FROM audit_entry ORDER BY id DESC LIMIT 50) AS latest)
        || '-' || count(*) || '-' || coalesce(sum(key), 0)
      FROM engine.user_task WHERE tenant_id = ? AND state = 'open'
      """;

  private final JdbcClient jdbc;

  TaskNews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Another text whenever a task came, went or was handled. */
  @Transactional(readOnly = true)
  public String version() {
    return jdbc.sql(VERSION).param(CurrentTenant.require().value()).query(String.class).single();
  }
}
