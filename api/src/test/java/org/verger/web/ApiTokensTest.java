package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.deployment.CannotStartException;
import org.verger.identity.Accounts;
import org.verger.identity.ApiSessions;

@WebTest
class ApiTokensTest {

  private static final String SECRET = "a-secret-of-the-tests-with-enough-bytes";

  @Autowired ApiSessions sessions;
  @Autowired Accounts accounts;
  @Autowired ApiTokens tokens;
  @Autowired JdbcClient jdbc;

  private ApiSessions.Opened session;

  @BeforeEach
  void open() {
    UUID user =
        jdbc.sql("SELECT id FROM shared.user_account WHERE email = ?")
            .param(WebTestChurches.ROOT)
            .query(UUID.class)
            .single();
    session = sessions.open(user);
  }

  @Test
  void aTokenStandsForItsSession() {
    assertThat(tokens.check(tokens.issue(session)))
        .hasValueSatisfying(in -> assertThat(in.apiSession()).isEqualTo(session.id()));
  }

  @Test
  void aTokenIsGoodForAnHour() {
    // The decoder grants a minute, because clocks differ.
    assertThat(tokens.check(issuedAgo(Duration.ofMinutes(60)))).isPresent();
    assertThat(tokens.check(issuedAgo(Duration.ofMinutes(62)))).isEmpty();
  }

  @Test
  void aTokenOfAnotherKeyIsForged() {
    ApiTokens others = with("another-secret-that-has-enough-bytes-too", Clock.systemUTC());
    assertThat(tokens.check(others.issue(session))).isEmpty();
  }

  @Test
  void aTokenIsGoodForNoLongerThanItsSession() {
    String token = tokens.issue(session);
    sessions.revoke(session.id());
    assertThat(tokens.check(token)).isEmpty();
  }

  @Test
  void aShortKeyKeepsTheApplicationFromStarting() {
    Assertions.assertThatThrownBy(() -> with("short", Clock.systemUTC()))
        .isInstanceOf(CannotStartException.class)
        .hasMessageContaining("VERGER_SECURITY_JWT_SECRET");
  }

  private String issuedAgo(Duration ago) {
    return with(SECRET, Clock.offset(Clock.systemUTC(), ago.negated())).issue(session);
  }

  private ApiTokens with(String secret, Clock clock) {
    return new ApiTokens(secret, sessions, accounts, clock);
  }
}
