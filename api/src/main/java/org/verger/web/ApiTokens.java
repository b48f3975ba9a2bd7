package org.verger.web;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.verger.deployment.CannotStartException;
import org.verger.identity.Accounts;
import org.verger.identity.ApiSessions;

/** Access tokens: signed, good for an hour, and for no longer than their session. */
public final class ApiTokens {

  /** How long an access token is good for. */
  public static final Duration LIFE = Duration.ofMinutes(60);

  private static final String SESSION = "sid";

  private final ApiSessions sessions;
  private final Accounts accounts;
  private final Clock clock;
  private final JwtEncoder encoder;
  private final JwtDecoder decoder;

  /**
   * With a key.
   *
   * @param secret at least 32 bytes of UTF-8
   * @param clock real time: moving the demo's time signs nobody out
   * @throws CannotStartException when the secret is too short
   */
  ApiTokens(String secret, ApiSessions sessions, Accounts accounts, Clock clock) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < 32) {
      throw new CannotStartException(
          "The key of the access tokens is too short: set VERGER_SECURITY_JWT_SECRET to at least 32"
              + " random characters");
    }
    SecretKey key = new SecretKeySpec(bytes, "HmacSHA256");
    this.sessions = sessions;
    this.accounts = accounts;
    this.clock = clock;
    this.encoder = new NimbusJwtEncoder(new ImmutableSecret<>(key));
    this.decoder = NimbusJwtDecoder.withSecretKey(key).macAlgorithm(MacAlgorithm.HS256).build();
  }

  /** A token for a session that was just opened or rotated. */
  public String issue(ApiSessions.Opened session) {
    Instant now = Instant.now(clock);
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .subject(session.userId().toString())
            .claim(SESSION, session.id().toString())
            .issuedAt(now)
            .expiresAt(now.plus(LIFE))
            .build();
    JwsHeader header = JwsHeader.with(MacAlgorithm.HS256).build();
    return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
  }

  /** Who the token stands for now; empty when it is forged, expired or revoked. */
  Optional<SignedIn> check(String token) {
    Jwt jwt;
    try {
      jwt = decoder.decode(token);
    } catch (JwtException notGood) {
      return Optional.empty();
    }
    UUID session = UUID.fromString(jwt.getClaimAsString(SESSION));
    return sessions.isOpen(session)
        ? accounts
            .find(UUID.fromString(jwt.getSubject()))
            .map(account -> new SignedIn(account, session))
        : Optional.empty();
  }
}
