package org.verger.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.testing.CoreTestApplication;
import org.verger.time.MovableClock;

@SpringBootTest(classes = CoreTestApplication.class)
class ApiSessionsTest {

  @Autowired ApiSessions sessions;
  @Autowired CreateAccount createAccount;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private UUID user;

  @BeforeEach
  void createUser() {
    String email = UUID.randomUUID() + "@example.org";
    createAccount.create(null, null, email, "Root", "verger-demo");
    user =
        jdbc.sql("SELECT id FROM shared.user_account WHERE email = ?")
            .param(email)
            .query(UUID.class)
            .single();
  }

  @Test
  void aRefreshTokenIsGoodOnce() {
    ApiSessions.Opened first = sessions.open(user);
    ApiSessions.Opened second = sessions.rotate(first.refreshToken()).orElseThrow();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.userId()).isEqualTo(user);
    assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken());
    assertThat(sessions.rotate(second.refreshToken())).isPresent();
  }

  @Test
  void theSecondUseOfATokenEndsTheSession() {
    ApiSessions.Opened first = sessions.open(user);
    ApiSessions.Opened second = sessions.rotate(first.refreshToken()).orElseThrow();
    assertThat(sessions.rotate(first.refreshToken())).isEmpty();
    assertThat(sessions.isOpen(first.id())).isFalse();
    assertThat(sessions.rotate(second.refreshToken())).isEmpty();
  }

  @Test
  void aTokenFromLongAgoEndsTheSessionToo() {
    ApiSessions.Opened first = sessions.open(user);
    ApiSessions.Opened second = sessions.rotate(first.refreshToken()).orElseThrow();
    ApiSessions.Opened third = sessions.rotate(second.refreshToken()).orElseThrow();
    assertThat(sessions.rotate(first.refreshToken())).isEmpty();
    assertThat(sessions.rotate(third.refreshToken())).isEmpty();
  }

  @Test
  void anEndedSessionGoesOnWithNoToken() {
    ApiSessions.Opened session = sessions.open(user);
    sessions.revoke(session.id());
    assertThat(sessions.isOpen(session.id())).isFalse();
    assertThat(sessions.rotate(session.refreshToken())).isEmpty();
  }

  @Test
  void aTokenIsGoodForADay() {
    ApiSessions.Opened session = sessions.open(user);
    ApiSessions.Opened almostADayLater =
        in(Duration.ofHours(24).minusMinutes(1)).rotate(session.refreshToken()).orElseThrow();
    assertThat(in(Duration.ofHours(48)).rotate(almostADayLater.refreshToken())).isEmpty();
  }

  @Test
  void movingTheDemosTimeSignsNobodyOut() {
    ApiSessions.Opened session = sessions.open(user);
    clock.setOffset(clock.offset().plus(Duration.ofDays(28)));
    assertThat(sessions.rotate(session.refreshToken())).isPresent();
  }

  @Test
  void aDisabledAccountGoesOnWithNoToken() {
    ApiSessions.Opened session = sessions.open(user);
    jdbc.sql("UPDATE shared.user_account SET disabled_at = created_at WHERE id = ?")
        .param(user)
        .update();
    assertThat(sessions.rotate(session.refreshToken())).isEmpty();
  }

  @Test
  void theTokenIsNotInTheDatabase() {
    ApiSessions.Opened session = sessions.open(user);
    String secret = session.refreshToken().substring(session.refreshToken().indexOf('.') + 1);
    assertThat(
            jdbc.sql("SELECT s::text FROM shared.api_session s WHERE id = ?")
                .param(session.id())
                .query(String.class)
                .single())
        .doesNotContain(secret);
  }

  @Test
  void sessionsThatRanOutAreForgottenAtTheNextSignIn() {
    ApiSessions.Opened old = sessions.open(user);
    in(Duration.ofHours(25)).open(user);
    assertThat(
            jdbc.sql("SELECT count(*) FROM shared.api_session WHERE id = ?")
                .param(old.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "nonsense", "x.y", "00000000-0000-0000-0000-000000000000.z"})
  void whatIsNoTokenIsRefused(String text) {
    assertThat(sessions.rotate(text)).isEmpty();
  }

  private ApiSessions in(Duration time) {
    return new ApiSessions(jdbc, Clock.offset(Clock.systemUTC(), time));
  }
}
