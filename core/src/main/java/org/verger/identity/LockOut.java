package org.verger.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.time.MovableClock;

/** Refuses an account after five failures within fifteen minutes. */
@Component
class LockOut {

  private static final int FAILURES = 5;
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final JdbcClient jdbc;
  private final Clock clock;

  @Autowired
  LockOut(JdbcClient jdbc, MovableClock clock) {
    this(jdbc, clock.machine());
  }

  LockOut(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Until when the account is refused, if it is. */
  Optional<Instant> lockedUntil(String accountKey) {
    List<Timestamp> latest =
        jdbc.sql(
                """
                SELECT at FROM shared.sign_in_failure WHERE account_key = ? AND at > ?
                ORDER BY at DESC LIMIT ?
                """)
            .params(accountKey, windowStart(), FAILURES)
            .query(Timestamp.class)
            .list();
    return latest.size() < FAILURES
        ? Optional.empty()
        : Optional.of(latest.getLast().toInstant().plus(WINDOW));
  }

  void failed(String accountKey) {
    jdbc.sql("DELETE FROM shared.sign_in_failure WHERE at <= ?").param(windowStart()).update();
    jdbc.sql("INSERT INTO shared.sign_in_failure (account_key, at) VALUES (?, ?)")
        .params(accountKey, Timestamp.from(Instant.now(clock)))
        .update();
  }

  void clear(String accountKey) {
    jdbc.sql("DELETE FROM shared.sign_in_failure WHERE account_key = ?").param(accountKey).update();
  }

  private Timestamp windowStart() {
    return Timestamp.from(Instant.now(clock).minus(WINDOW));
  }
}
