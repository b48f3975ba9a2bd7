package org.verger.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Refuses an account for fifteen minutes after five failures within fifteen minutes. */
@Component
class LockOut {

  private static final int FAILURES = 5;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Clock clock;

  LockOut(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** For how long the account is refused from now on, if it is. */
  Optional<Duration> remaining(String accountKey) {
    Instant now = Instant.now(clock);
    List<Instant> latest = latestFailures(accountKey);
    if (latest.size() < FAILURES
        || Duration.between(latest.getLast(), latest.getFirst()).compareTo(WINDOW) > 0) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, latest.getFirst().plus(WINDOW)))
        .filter(Duration::isPositive);
  }

  void failed(String accountKey) {
    Instant now = Instant.now(clock);
    jdbc.sql("DELETE FROM shared.sign_in_failure WHERE at <= ?")
        .param(Timestamp.from(now.minus(WINDOW.multipliedBy(2))))
        .update();
    jdbc.sql("INSERT INTO shared.sign_in_failure (account_key, at) VALUES (?, ?)")
        .params(accountKey, Timestamp.from(now))
        .update();
  }

  void clear(String accountKey) {
    jdbc.sql("DELETE FROM shared.sign_in_failure WHERE account_key = ?").param(accountKey).update();
  }

  private List<Instant> latestFailures(String accountKey) {
    return jdbc
        .sql(
            """
            SELECT at FROM shared.sign_in_failure WHERE account_key = ? ORDER BY at DESC LIMIT ?
            """)
        .params(accountKey, FAILURES)
        .query(Timestamp.class)
        .list()
        .stream()
        .map(Timestamp::toInstant)
        .toList();
  }
}
