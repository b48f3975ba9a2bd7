package org.verger.identity;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.time.MovableClock;

/**
 * The sessions of API clients, in real time. A refresh token is good once and for 24 hours; using
 * an old one again means that somebody copied it, and ends the session.
 *
 * <p>Without transactions, because one for a church would have that church's role, which has no
 * right to sessions; each statement is right by itself.
 */
@Component
public class ApiSessions {

  /** How long a refresh token is good for. */
  public static final Duration REFRESH_LIFE = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Clock clock;

  @Autowired
  ApiSessions(JdbcClient jdbc, MovableClock clock) {
    this(jdbc, clock.machine());
  }

  ApiSessions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A session and the refresh token that goes on with it.
   *
   * @param refreshToken known to nobody else; only its hash is stored
   */
  public record Opened(UUID id, UUID userId, String refreshToken) {}

  /** Opens a session, and forgets those of the account that nobody went on with. */
  public Opened open(UUID userId) {
    Instant now = Instant.now(clock);
    jdbc.sql("DELETE FROM shared.api_session WHERE user_id = ? AND expires_at <= ?")
        .params(userId, Timestamp.from(now))
        .update();
    RefreshToken token = RefreshToken.create(UUID.randomUUID());
    jdbc.sql(
            """
            INSERT INTO shared.api_session (id, user_id, refresh_hash, started_at, expires_at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(token.session(), userId, token.hash(), Timestamp.from(now), expiry(now))
        .update();
    return new Opened(token.session(), userId, token.text());
  }

  /** Exchanges a refresh token for the next one; empty when it is not good (any more). */
  public Optional<Opened> rotate(String refreshToken) {
    return RefreshToken.read(refreshToken).flatMap(this::rotate);
  }

  private Optional<Opened> rotate(RefreshToken used) {
    RefreshToken next = RefreshToken.create(used.session());
    Instant now = Instant.now(clock);
    Optional<Opened> rotated =
        jdbc.sql(
                """
                UPDATE shared.api_session s SET refresh_hash = ?, expires_at = ?
                FROM shared.user_account u
                WHERE s.id = ? AND s.refresh_hash = ? AND s.revoked_at IS NULL AND s.expires_at > ?
                  AND u.id = s.user_id AND u.disabled_at IS NULL
                RETURNING s.user_id
                """)
            .params(next.hash(), expiry(now), used.session(), used.hash(), Timestamp.from(now))
            .query(UUID.class)
            .optional()
            .map(user -> new Opened(next.session(), user, next.text()));
    if (rotated.isEmpty()) {
      revoke(used.session());
    }
    return rotated;
  }

  /** Ends a session; its access tokens are refused from now on. */
  public void revoke(UUID id) {
    jdbc.sql("UPDATE shared.api_session SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
        .params(Timestamp.from(Instant.now(clock)), id)
        .update();
  }

  /** Whether access tokens of this session are good. */
  public boolean isOpen(UUID id) {
    return jdbc.sql("SELECT FROM shared.api_session WHERE id = ? AND revoked_at IS NULL")
        .param(id)
        .query((row, number) -> true)
        .optional()
        .isPresent();
  }

  private static Timestamp expiry(Instant now) {
    return Timestamp.from(now.plus(REFRESH_LIFE));
  }
}
