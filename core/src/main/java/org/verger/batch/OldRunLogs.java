package org.verger.batch;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.retention.Expiring;
import org.verger.tenants.CurrentTenant;

/** Logs of runs; the runs themselves stay, because their keys say what has run. */
@Component
class OldRunLogs implements Expiring {

  private final JdbcClient jdbc;
  private final Duration kept;

  OldRunLogs(JdbcClient jdbc, @Value("${verger.retention.batch-logs:P90D}") Duration kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  @Override
  public String name() {
    return "batch-logs";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  // The church's role may only read them.
  @Override
  @Transactional(propagation = Propagation.NOT_SUPPORTED)
  public int forget(Instant before, int most) {
    return jdbc.sql(
            """
            DELETE FROM shared.batch_run_log WHERE id IN
              (SELECT l.id FROM shared.batch_run_log l
               JOIN shared.batch_run r ON r.id = l.run_id AND r.tenant_id = ?
               WHERE l.at < ? LIMIT ?)
            """)
        .params(CurrentTenant.require().value(), Timestamp.from(before), most)
        .update();
  }
}
