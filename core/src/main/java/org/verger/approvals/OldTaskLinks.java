package org.verger.approvals;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.retention.Expiring;

/** Links to tasks that have expired; for a while longer they still say so to who opens one. */
@Component
class OldTaskLinks implements Expiring {

  private final JdbcClient jdbc;
  private final Duration kept;

  OldTaskLinks(JdbcClient jdbc, @Value("${verger.retention.task-links:P30D}") Duration kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  @Override
  public String name() {
    return "task-links";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  @Transactional
  public int forget(Instant before, int most) {
    return jdbc.sql(
            """
            DELETE FROM task_link WHERE hash IN
              (SELECT hash FROM task_link WHERE expires_at < ? LIMIT ?)
            """)
        .params(Timestamp.from(before), most)
        .update();
  }
}
