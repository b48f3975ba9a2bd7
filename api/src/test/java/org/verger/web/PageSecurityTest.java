package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.organisation.PersonId;
import org.verger.tenants.ChangeTenantStatus;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;

@WebTest
@ExtendWith(OutputCaptureExtension.class)
class PageSecurityTest {

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @LocalServerPort int port;
  @Autowired WebTestChurches churches;
  @Autowired ChangeTenantStatus changeStatus;
  @Autowired JdbcClient jdbc;

  private Http http;

  @BeforeEach
  void call() {
    http = Http.on(port);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/awkward/admin", "/awkward/unstated"})
  void whoIsNotSignedInIsSentToTheForm(String path) {
    Http.Answer answer = http.get(path);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).endsWith("/sign-in");
  }

  @Test
  void whoSignsInComesToThePageThatWasAskedFor() {
    Http.Answer asked = http.get("/awkward/admin");
    Http.Answer in = signIn(http.with("Cookie", Http.cookie(asked)), "admin@grace.example");
    assertThat(in.header("Location")).contains("/awkward/admin");
    assertThat(with(in).get("/awkward/admin").body()).isEqualTo("for administrators of grace");
  }

  @Test
  void theSessionGetsAnotherNameAtSignIn() {
    Http.Answer form = http.get("/sign-in");
    Http.Answer in = signIn(http.with("Cookie", Http.cookie(form)), "admin@grace.example");
    assertThat(Http.cookie(in)).isNotEmpty().isNotEqualTo(Http.cookie(form));
    assertThat(in.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Lax");
    assertThat(http.with("Cookie", Http.cookie(form)).get("/").status()).isEqualTo(302);
  }

  @Test
  void aFormWithoutItsSecretIsRefused() {
    Map<String, String> fields =
        Map.of("email", "admin@grace.example", "password", WebTestChurches.PASSWORD);
    assertThat(http.submit("/sign-in", fields).status()).isEqualTo(403);
    assertThat(signedIn("admin@grace.example").submit("/awkward/admin", Map.of()).status())
        .isEqualTo(403);
    assertThat(signedIn("admin@grace.example").submit("/sign-out", Map.of()).status())
        .isEqualTo(403);
  }

  @Test
  void whoHasNotTheRoleSeesTheErrorPage() {
    Http.Answer answer = signedIn("operator@grace.example").get("/awkward/admin");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("Error 403");
  }

  @Test
  void aPageThatStatesNoRuleIsRefusedToEverybody() {
    assertThat(signedIn("admin@grace.example").get("/awkward/unstated").status()).isEqualTo(403);
  }

  @Test
  void anUnknownAddressShowsTheErrorPage() {
    Http.Answer answer = signedIn("admin@grace.example").get("/nowhere");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("Error 404");
  }

  @Test
  void aFailureShowsTheErrorPageAndIsLoggedOnce(CapturedOutput log) {
    Http.Answer answer = signedIn("admin@grace.example").get("/awkward/failure");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("Error 500").doesNotContain("hunter2");
    assertThat(log).containsOnlyOnce("IllegalStateException: the password");
  }

  @Test
  void aSessionOfThePagesIsNoSignInToTheApi() {
    assertThat(signedIn("admin@grace.example").get("/api/v1/auth/me").status()).isEqualTo(401);
  }

  @Test
  void aTokenOfTheApiIsNoSignInToThePages() {
    assertThat(http.as("admin@grace.example").get("/awkward/admin").status()).isEqualTo(302);
  }

  @Test
  void signingOutEndsTheSession() {
    Http signedIn = signedIn("admin@grace.example");
    Http.Answer out = signedIn.submit("/sign-out", csrf(signedIn));
    assertThat(out.header("Location")).endsWith("/sign-in");
    assertThat(signedIn.get("/").status()).isEqualTo(302);
  }

  @ParameterizedTest
  @CsvSource({
    "operator@grace.example, wrong password, grace, wrong",
    "operator@grace.example, verger-demo,    mercy, wrong",
    "operator@grace.example, verger-demo,    No!,   church",
    "both@shared.example,    verger-demo,    ,      wrong",
  })
  void theFormSaysWhatToDo(String email, String password, @Nullable String church, String error) {
    assertThat(attempt(http, email, password, church).header("Location"))
        .endsWith("/sign-in?error=" + error);
    assertThat(http.get("/sign-in?error=" + error).body()).contains("role=\"alert\"");
  }

  @Test
  void theFormAndTheAddressNameTheSameChurch() {
    Http atMercy = http.at("mercy.localhost");
    assertThat(
            attempt(atMercy, "both@shared.example", WebTestChurches.PASSWORD, "grace")
                .header("Location"))
        .endsWith("error=church");
    assertThat(
            attempt(atMercy, "both@shared.example", WebTestChurches.PASSWORD, "mercy")
                .header("Location"))
        .doesNotContain("error");
  }

  @Test
  void fiveFailuresOnThePageLockTheApiToo() {
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "member");
    for (int i = 0; i < 5; i++) {
      attempt(http, email, "wrong password", "");
    }
    assertThat(attempt(http, email, WebTestChurches.PASSWORD, "").header("Location"))
        .endsWith("error=locked");
    assertThat(
            http.post(
                    "/api/v1/auth/login",
                    Map.of("email", email, "password", WebTestChurches.PASSWORD))
                .status())
        .isEqualTo(429);
  }

  @Test
  void aSessionIsOfOneChurch() {
    Http signedIn = signedIn("admin@grace.example");
    assertThat(signedIn.at("mercy.localhost").get("/awkward/admin").status()).isEqualTo(403);
    assertThat(signedIn.with("X-Tenant", "mercy").get("/awkward/admin").status()).isEqualTo(403);
    assertThat(signedIn.at("grace.localhost").get("/awkward/admin").status()).isEqualTo(200);
  }

  @Test
  void aRoleThatIsTakenAwayIsGoneAtTheNextPage() {
    String email = UUID.randomUUID() + "@grace.example";
    PersonId person = churches.member(email, "admin");
    Http signedIn = signedIn(email);
    assertThat(signedIn.get("/awkward/admin").status()).isEqualTo(200);
    churches.relieve(person, "admin");
    assertThat(signedIn.get("/awkward/admin").status()).isEqualTo(403);
  }

  @Test
  void aDisabledAccountIsSignedOutAtTheNextPage() {
    String email = UUID.randomUUID() + "@grace.example";
    churches.member(email, "admin");
    Http signedIn = signedIn(email);
    jdbc.sql("UPDATE shared.user_account SET disabled_at = created_at WHERE email = ?")
        .param(email)
        .update();
    assertThat(signedIn.get("/awkward/admin").status()).isEqualTo(302);
    assertThat(signedIn.get("/sign-in").status()).isEqualTo(200);
  }

  @Test
  void theUsersOfASuspendedChurchAreRefusedAndComeBackWithIt() {
    Http signedIn = signedIn("admin@mercy.example");
    changeStatus.change(new TenantId("mercy"), Tenant.Status.SUSPENDED, "test");
    assertThat(signedIn.get("/awkward/admin").status()).isEqualTo(403);
    assertThat(
            attempt(http, "admin@mercy.example", WebTestChurches.PASSWORD, "").header("Location"))
        .endsWith("error=church");
    changeStatus.change(new TenantId("mercy"), Tenant.Status.ACTIVE, "test");
    assertThat(signedIn.get("/awkward/admin").status()).isEqualTo(200);
  }

  @Test
  void pagesForbidWhatTheyDoNotNeed() {
    Http.Answer page = http.get("/sign-in");
    String policy = page.header("Content-Security-Policy");
    assertThat(policy)
        .contains("default-src 'self'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
    assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
    assertThat(page.header("Permissions-Policy")).contains("camera=()");
    assertThat(page.header("Strict-Transport-Security")).isEmpty();
  }

  @Test
  void theConnectFormMayStandInAFrameAndKnowsNoSession() {
    Http.Answer form = signedIn("admin@mercy.example").get("/connect/grace/awkward");
    assertThat(form.body()).isEqualTo("grace is grace");
    assertThat(form.header("Content-Security-Policy")).contains("frame-ancestors *");
    assertThat(form.header("X-Frame-Options")).isEmpty();
    assertThat(form.header("Set-Cookie")).isEmpty();
  }

  private Http signedIn(String email) {
    return with(signIn(http, email));
  }

  private Http with(Http.Answer signIn) {
    return http.with("Cookie", Http.cookie(signIn));
  }

  private Http.Answer signIn(Http from, String email) {
    return attempt(from, email, WebTestChurches.PASSWORD, "");
  }

  private static Http.Answer attempt(
      Http from, String email, String password, @Nullable String church) {
    Http.Answer form = from.get("/sign-in");
    String cookie = Http.cookie(form);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("_csrf", secret(form));
    fields.put("email", email);
    fields.put("password", password);
    fields.put("church", church == null ? "" : church);
    return (cookie.isEmpty() ? from : from.with("Cookie", cookie)).submit("/sign-in", fields);
  }

  private static Map<String, String> csrf(Http signedIn) {
    return Map.of("_csrf", secret(signedIn.get("/sign-in")));
  }

  private static String secret(Http.Answer form) {
    Matcher found = CSRF.matcher(form.body());
    assertThat(found.find()).as(form.body()).isTrue();
    return found.group(1);
  }
}
