package org.verger.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.time.MovableClock;

/**
 * The sessions of API clients. Each call is one statement outside a church's transaction, because a
 * church's role has no right to them.
 *
 * <p>A refresh token is good once and for 24 hours; using an old one again means that somebody
 * copied it, and ends the session.
 */
@Component
public class ApiSessions {

  /** How long a refresh token is good for. */
  public static final Duration REFRESH_LIFE = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

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

  /** Opens a session. */
  public Opened open(UUID userId) {
    UUID id = UUID.randomUUID();
    String token = newToken();
    Instant now = Instant.now(clock);
    jdbc.sql(
            """
            INSERT INTO shared.api_session (id, user_id, refresh_hash, started_at, expires_at)
            VALUES (?, ?, ?, ?, ?)
            """)
        .params(id, userId, hash(token), Timestamp.from(now), expiry(now))
        .update();
    return new Opened(id, userId, token);
  }

  /** Exchanges a refresh token for the next one; empty when it is not good (any more). */
  public Optional<Opened> rotate(String refreshToken) {
    byte[] presented = hash(refreshToken);
    String next = newToken();
    Instant now = Instant.now(clock);
    Optional<Opened> rotated =
        jdbc.sql(
                """
                UPDATE shared.api_session
                SET previous_hash = refresh_hash, refresh_hash = ?, expires_at = ?
                WHERE refresh_hash = ? AND revoked_at IS NULL AND expires_at > ?
                RETURNING id, user_id
                """)
            .params(hash(next), expiry(now), presented, Timestamp.from(now))
            .query(
                (row, number) ->
                    new Opened(
                        row.getObject("id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        next))
            .optional();
    if (rotated.isEmpty()) {
      revokeWherePreviousIs(presented, now);
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

  private void revokeWherePreviousIs(byte[] hash, Instant now) {
    jdbc.sql(
            """
            UPDATE shared.api_session SET revoked_at = ?
            WHERE previous_hash = ? AND revoked_at IS NULL
            """)
        .params(Timestamp.from(now), hash)
        .update();
  }

  private String newToken() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static Timestamp expiry(Instant now) {
    return Timestamp.from(now.plus(REFRESH_LIFE));
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256", impossible);
    }
  }
}
