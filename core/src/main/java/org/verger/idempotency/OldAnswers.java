package org.verger.idempotency;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.retention.Expiring;

/** Answers to keys: who repeats a request does so within days. */
@Component
class OldAnswers implements Expiring {

  private final JdbcClient jdbc;
  private final Duration kept;

  OldAnswers(JdbcClient jdbc, @Value("${verger.retention.idempotent-answers:P7D}") Duration kept) {
    this.jdbc = jdbc;
    this.kept = kept;
  }

  @Override
  public String name() {
    return "idempotent-answers";
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
            DELETE FROM idempotent_answer WHERE (person_id, key) IN
              (SELECT person_id, key FROM idempotent_answer WHERE at < ? LIMIT ?)
            """)
        .params(Timestamp.from(before), most)
        .update();
  }
}
