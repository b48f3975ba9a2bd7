package org.verger.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.verger.deployment.CannotStartException;

/** What a collector of metrics shows, the same in every role; nobody has it where none is set. */
@Component
final class MetricsToken {

  /** Who may read metrics and nothing else. No role of a church can be called so. */
  static final String AUTHORITY = "READ_METRICS";

  private static final int SHORTEST = 32;

  private final byte[] token;

  /**
   * Takes the setting.
   *
   * @throws CannotStartException when the token is so short that it could be guessed
   */
  MetricsToken(@Value("${verger.metrics.token:}") String token) {
    if (!token.isEmpty() && token.length() < SHORTEST) {
      throw new CannotStartException(
          "The token of the metrics is too short: set VERGER_METRICS_TOKEN to at least 32 random"
              + " characters, or leave it empty");
    }
    this.token = token.getBytes(StandardCharsets.UTF_8);
  }

  /** The collector, when this is its token. */
  Optional<Authentication> check(String given) {
    return token.length > 0 && MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8))
        ? Optional.of(
            new PreAuthenticatedAuthenticationToken(
                "metrics", "", AuthorityUtils.createAuthorityList(AUTHORITY)))
        : Optional.empty();
  }
}
