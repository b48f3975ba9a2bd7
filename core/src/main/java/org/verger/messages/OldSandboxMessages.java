package org.verger.messages;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.retention.Expiring;

/** What the sandbox would have sent; the delivery records stay. */
@Component
class OldSandboxMessages implements Expiring {

  private final JdbcClient jdbc;
  private final Duration kept;

  OldSandboxMessages(
      JdbcClient jdbc, @Value("${verger.retention.sandbox-messages:P90D}") Duration kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  @Override
  public String name() {
    return "sandbox-messages";
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
            DELETE FROM sandbox_message WHERE id IN
              (SELECT id FROM sandbox_message WHERE at < ? ORDER BY id LIMIT ?)
            """)
        .params(Timestamp.from(before), most)
        .update();
  }
}
