package org.verger.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.organisation.PersonId;
import org.verger.time.MovableClock;
import org.verger.web.Http;
import org.verger.web.WebTest;
import org.verger.web.WebTestChurches;
import tools.jackson.databind.JsonNode;

@WebTest
class AuthApiTest {

  private static final String LEADER = "campus-leader@grace.example";

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private Http http;

  @BeforeEach
  void call() {
    http = Http.on(port);
  }

  @Test
  void anAccountSignsInAndSeesWhoItIs() {
    JsonNode tokens = http.tokens(LEADER);
    assertThat(tokens.get("expiresIn").asInt()).isEqualTo(3600);
    JsonNode me = http.as(LEADER).get("/api/v1/auth/me").json();
    assertThat(me.get("email").asString()).isEqualTo(LEADER);
    assertThat(me.get("tenant").asString()).isEqualTo("grace");
    assertThat(me.get("roles").valueStream().map(JsonNode::asString))
        .containsExactly("campus-leader");
  }

  @ParameterizedTest
  @CsvSource({"grace.localhost,", "grace.verger.example,", ",grace", "grace.localhost,grace"})
  void theChurchIsNamedByTheAddressOrTheHeader(@Nullable String host, @Nullable String header) {
    Http there = host == null ? http : http.at(host);
    Http.Answer answer =
        login(header == null ? there : there.with("X-Tenant", header), "both@shared.example");
    assertThat(answer.status()).isEqualTo(200);
    String token = answer.json().get("accessToken").asString();
    assertThat(me(token).json().get("tenant").asString()).isEqualTo("grace");
  }

  @Test
  void anAddressOfTwoChurchesIsNotEnough() {
    assertThat(login(http, "both@shared.example").problem()).isEqualTo("wrong-credentials");
  }

  @ParameterizedTest
  @CsvSource({
    "campus-leader@grace.example,wrong password",
    "unknown@grace.example,verger-demo",
    "campus-leader@mercy.example,verger-demo"
  })
  void whatDoesNotBelongTogetherIsRefusedWithoutSayingWhy(String email, String password) {
    Http.Answer answer =
        http.at("grace.localhost")
            .post("/api/v1/auth/login", Map.of("email", email, "password", password));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().get("detail").asString()).isEqualTo("E-mail or password is wrong");
  }

  @Test
  void missingFieldsAreNamed() {
    Http.Answer answer = http.post("/api/v1/auth/login", "{}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").get(0).get("field").asString()).isEqualTo("email");
  }

  @Test
  void fiveFailuresLockTheAccountForPagesAndApiUntilAQuarterOfAnHourHasPassed() {
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "member");
    for (int i = 0; i < 5; i++) {
      assertThat(login(http, email, "wrong password").status()).isEqualTo(401);
    }
    Http.Answer locked = login(http, email);
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.problem()).isEqualTo("locked-out");
    assertThat(Integer.parseInt(locked.header("Retry-After"))).isBetween(800, 901);
    assertThat(login(http.at("grace.localhost"), email).status()).isEqualTo(429);
    clock.setOffset(clock.offset().plusMinutes(15));
    assertThat(login(http, email).status()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenIsExchangedOnceAndASecondUseEndsTheSession() {
    JsonNode first = http.tokens(LEADER);
    Http.Answer second = refresh(first);
    assertThat(second.status()).isEqualTo(200);
    assertThat(me(second.json().get("accessToken").asString()).status()).isEqualTo(200);

    assertThat(refresh(first).status()).isEqualTo(401);
    assertThat(refresh(second.json()).status()).isEqualTo(401);
    assertThat(me(second.json().get("accessToken").asString()).problem())
        .isEqualTo("invalid-token");
    assertThat(me(first.get("accessToken").asString()).problem()).isEqualTo("invalid-token");
  }

  @Test
  void aClientThatSendsItsOldTokenAlongGetsANewOne() {
    JsonNode tokens = http.tokens(LEADER);
    Http.Answer answer =
        http.with("Authorization", "Bearer old")
            .post(
                "/api/v1/auth/refresh",
                Map.of("refreshToken", tokens.get("refreshToken").asString()));
    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSession() {
    JsonNode tokens = http.tokens(LEADER);
    Http signedIn = http.with("Authorization", "Bearer " + tokens.get("accessToken").asString());
    assertThat(signedIn.post("/api/v1/auth/logout", "").status()).isEqualTo(204);
    assertThat(signedIn.get("/api/v1/auth/me").status()).isEqualTo(401);
    assertThat(refresh(tokens).status()).isEqualTo(401);
  }

  @Test
  void aRoleThatIsTakenAwayIsGoneAtTheNextCall() {
    String email = UUID.randomUUID() + "@grace.example";
    PersonId person = churches.member(email, "group-leader");
    Http signedIn = http.as(email);
    assertThat(signedIn.get("/api/v1/auth/me").json().get("roles")).hasSize(1);
    churches.relieve(person, "group-leader");
    assertThat(signedIn.get("/api/v1/auth/me").json().get("roles")).isEmpty();
  }

  @Test
  void noChurchMakesAnAdministratorOfThePlatform() {
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "platform-admin");
    assertThat(http.as(email).get("/api/v1/auth/me").json().get("roles")).isEmpty();
    assertThat(http.as(email).get("/api/v1/platform/tenants").status()).isEqualTo(403);
  }

  @Test
  void aDisabledAccountIsRefusedAtTheNextCall() {
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "member");
    Http signedIn = http.as(email);
    jdbc.sql("UPDATE shared.user_account SET disabled_at = created_at WHERE email = ?")
        .param(email)
        .update();
    assertThat(signedIn.get("/api/v1/auth/me").problem()).isEqualTo("invalid-token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "a.b.c"})
  void whatIsNoTokenIsRefused(String token) {
    assertThat(me(token).status()).isEqualTo(401);
  }

  @Test
  void aTokenThatSomebodyChangedOrDidNotSignIsRefused() {
    String[] parts = http.tokens(LEADER).get("accessToken").asString().split("\\.");
    String flipped = parts[2].startsWith("A") ? "B" : "A";
    assertThat(me(parts[0] + "." + parts[1] + "." + flipped + parts[2].substring(1)).status())
        .isEqualTo(401);
    String none =
        Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes());
    assertThat(me(none + "." + parts[1] + ".").status()).isEqualTo(401);
  }

  @Test
  void theSchemeIsReadInAnyCase() {
    String token = http.tokens(LEADER).get("accessToken").asString();
    assertThat(http.with("Authorization", "bearer " + token).get("/api/v1/auth/me").status())
        .isEqualTo(200);
  }

  private static Http.Answer login(Http from, String email) {
    return login(from, email, WebTestChurches.PASSWORD);
  }

  private static Http.Answer login(Http from, String email, String password) {
    return from.post("/api/v1/auth/login", Map.of("email", email, "password", password));
  }

  private Http.Answer refresh(JsonNode tokens) {
    return http.post(
        "/api/v1/auth/refresh", Map.of("refreshToken", tokens.get("refreshToken").asString()));
  }

  private Http.Answer me(String token) {
    return http.with("Authorization", "Bearer " + token).get("/api/v1/auth/me");
  }
}
