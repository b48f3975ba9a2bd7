package org.verger.tenants;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who did what with a church; entries are added and never changed. */
@Component
public class TenantAudit {

  private final JdbcClient jdbc;
  private final Clock clock;

  TenantAudit(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One thing that was done. */
  public record Entry(String action, String actor, Instant at) {}

  /** What was done with a church, the latest first. */
  public List<Entry> of(TenantId id) {
    return jdbc.sql(
            """
            SELECT action, actor, at FROM shared.tenant_audit WHERE tenant_id = ? ORDER BY id DESC
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new Entry(
                    row.getString("action"),
                    row.getString("actor"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  /** Enters what somebody did with the church. */
  public void record(TenantId id, String action, String actor) {
    jdbc.sql("INSERT INTO shared.tenant_audit (tenant_id, action, actor, at) VALUES (?, ?, ?, ?)")
        .params(id.value(), action, actor, Timestamp.from(Instant.now(clock)))
        .update();
  }
}
