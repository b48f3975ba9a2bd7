package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WebTest
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest {

  private static final String BODY = "/api/v1/awkward/body";

  @LocalServerPort int port;

  private Http http;

  @BeforeEach
  void call() {
    http = Http.on(port).as("admin@grace.example");
  }

  @Test
  void whoIsNotSignedInIsToldSo() {
    Http.Answer answer = Http.on(port).get("/api/v1/auth/me");
    isProblem(answer, 401, "unauthorized", "/api/v1/auth/me");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void whoHasNotTheRoleIsToldSo() {
    isProblem(http.get("/api/v1/platform/tenants"), 403, "forbidden", "/api/v1/platform/tenants");
  }

  @Test
  void whatStatesNoRuleIsRefusedToEverybody() {
    isProblem(http.get("/api/v1/awkward/unstated"), 403, "forbidden", "/api/v1/awkward/unstated");
  }

  @Test
  void anUnknownAddressIsToldToBeEmpty() {
    isProblem(http.get("/api/v1/nowhere"), 404, "not-found", "/api/v1/nowhere");
    isProblem(http.get("/api/nowhere"), 404, "not-found", "/api/nowhere");
  }

  @Test
  void anUnknownAddressIsNotToldFromAKnownOneBeforeSignIn() {
    isProblem(Http.on(port).get("/api/v1/nowhere"), 401, "unauthorized", "/api/v1/nowhere");
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    Http.Answer answer = http.send(BODY, "PUT", "{}");
    isProblem(answer, 405, "method-not-allowed", BODY);
    assertThat(answer.header("Allow")).isEqualTo("POST");
    assertThat(answer.json().get("detail").asString()).contains("PUT");
  }

  @Test
  void aFormThatNobodyCanGiveIsNotAcceptable() {
    Http.Answer answer =
        http.with("Accept", "image/png").post(BODY, Map.of("number", 1, "parts", List.of()));
    isProblem(answer, 406, "not-acceptable", BODY);
  }

  @Test
  void whatIsNotJsonIsNotSupported() {
    Http.Answer answer = http.with("Content-Type", "text/plain").send(BODY, "POST", "one");
    isProblem(answer, 415, "unsupported-media-type", BODY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"number\": }                     | line 1, column 12",
        "{\"number\": 1                     | line 1, column",
        "{\"number\": \"x\"}                | \"number\" has the wrong form",
        "{\"parts\": [{\"number\": \"x\"}]} | \"parts[0].number\" has the wrong form",
        "{\"parts\": 1}                     | \"parts\" has the wrong form",
        "[]                                 | The body has the wrong form",
        "''                                 | The body is missing",
      })
  void malformedJsonIsToldWhereItIsWrongWithoutNamesOfOurs(String body, String where) {
    Http.Answer answer = http.post(BODY, body);
    isProblem(answer, 400, "bad-request", BODY);
    assertThat(answer.json().get("detail").asString()).contains(where);
    assertThat(answer.body()).doesNotContain("java", "verger", "jackson");
  }

  @Test
  void aPathThatIsNoNumberIsABadRequest() {
    String path = "/api/v1/awkward/number/one";
    isProblem(http.get(path), 400, "bad-request", path);
  }

  @Test
  void anAddressThatTheFirewallRefusesIsABadRequest() {
    assertThat(http.get("/api/v1/awkward;x=1/number/1").problem()).isEqualTo("bad-request");
  }

  @Test
  void aFailureIsToldByAReferenceThatTheLogHas(CapturedOutput log) {
    Http.Answer answer = http.get("/api/v1/awkward/failure");
    isProblem(answer, 500, "internal-server-error", "/api/v1/awkward/failure");
    assertThat(answer.body()).doesNotContain("hunter2", "Exception", "org.verger");
    String reference = answer.json().get("reference").asString();
    assertThat(log.getOut().lines().filter(line -> line.contains(reference))).hasSize(1);
    assertThat(log).containsOnlyOnce("IllegalStateException: the password");
  }

  @Test
  void apiAnswersCarryTheHeadersToo() {
    Http.Answer answer = http.get("/api/v1/auth/me");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(answer.header("Set-Cookie")).isEmpty();
  }

  private static void isProblem(Http.Answer answer, int status, String kind, String path) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = answer.json();
    assertThat(problem.get("type").asString()).isEqualTo("/problems/" + kind);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).isNotBlank();
    assertThat(problem.get("instance").asString()).isEqualTo(path);
  }
}
