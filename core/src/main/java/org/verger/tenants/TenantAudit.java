package org.verger.tenants;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /**
   * One thing that was done.
   *
   * @param detail to what of the church; null when to the church itself
   */
  public record Entry(String action, String actor, @Nullable String detail, Instant at) {}

  /** What was done with a church, the latest first. */
  public List<Entry> of(TenantId id) {
    return jdbc.sql(
            """
            SELECT action, actor, detail, at FROM shared.tenant_audit WHERE tenant_id = ? ORDER BY id DESC
            """)
        .param(id.value())
        .query(
            (row, number) ->
                new Entry(
                    row.getString("action"),
                    row.getString("actor"),
                    row.getString("detail"),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  /** Enters what somebody did with the church. */
  public void record(TenantId id, String action, String actor) {
    record(id, action, actor, null);
  }

  /**
   * Enters what somebody did with something of the church.
   *
   * @param detail what it was; no personal data
   */
  public void record(TenantId id, String action, String actor, @Nullable String detail) {
    jdbc.sql(
            """
            INSERT INTO shared.tenant_audit (tenant_id, action, actor, detail, at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .param(id.value())
        .param(action)
        .param(actor)
        .param(detail)
        .param(Timestamp.from(Instant.now(clock)))
        .update();
  }
}
