package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class TenantAgreementTest {

  @LocalServerPort int port;

  private Http http;

  @BeforeEach
  void call() {
    http = Http.on(port);
  }

  /** Who names which church; an empty cell names none. */
  @ParameterizedTest
  @CsvSource({
    // address, header, token, status
    ",      ,      grace, 200",
    "grace, ,      grace, 200",
    ",      grace, grace, 200",
    "grace, grace, grace, 200",
    "mercy, ,      grace, 403",
    ",      mercy, grace, 403",
    "mercy, mercy, grace, 403",
    "grace, mercy, grace, 403",
    "mercy, grace, grace, 403",
    "none,  ,      grace, 403",
    "grace, mercy, ,      403",
    "none,  ,      ,      404",
    ",      none,  ,      404",
    ",      ,      ,      401",
    "grace, grace, ,      401",
  })
  void addressHeaderAndTokenAgree(
      @Nullable String address, @Nullable String header, @Nullable String token, int status) {
    assertThat(caller(address, header, token).get("/api/v1/auth/me").status()).isEqualTo(status);
  }

  /** The same for a public address, whose path names a church as well. */
  @ParameterizedTest
  @CsvSource({
    "grace, ,      ,      ,      200",
    "grace, grace, grace, grace, 200",
    "grace, mercy, ,      ,      403",
    "grace, ,      mercy, ,      403",
    "grace, ,      ,      mercy, 403",
    "mercy, grace, grace, grace, 403",
    "none,  ,      ,      ,      404",
    "no%20, ,      ,      ,      404",
    "Grace, ,      ,      ,      404",
  })
  void thePathAgreesToo(
      String path,
      @Nullable String address,
      @Nullable String header,
      @Nullable String token,
      int status) {
    Http.Answer answer = caller(address, header, token).get("/api/v1/public/" + path + "/awkward");
    assertThat(answer.status()).isEqualTo(status);
    if (status == 200) {
      assertThat(answer.body()).isEqualTo("grace is grace");
    }
  }

  @ParameterizedTest
  @CsvSource({"grace, , 200", "grace, grace, 200", "grace, mercy, 403", "none, , 404"})
  void theConnectFormAgreesWithItsAddress(String path, @Nullable String address, int status) {
    Http.Answer answer = caller(address, null, null).get("/connect/" + path + "/awkward");
    assertThat(answer.status()).isEqualTo(status);
  }

  @Test
  void theProblemSaysWhichKindOfTrouble() {
    assertThat(caller("mercy", null, "grace").get("/api/v1/auth/me").problem())
        .isEqualTo("church-mismatch");
    assertThat(caller("none", null, null).get("/api/v1/auth/me").problem())
        .isEqualTo("unknown-church");
  }

  @Test
  void ofTwoHeadersBothCount() {
    Http.Answer answer =
        http.as("admin@grace.example")
            .with("X-Tenant", "grace")
            .with("x-tenant", "mercy")
            .get("/api/v1/auth/me");
    assertThat(answer.status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace", "none"})
  void thePlatformsAdministratorWorksForNoChurch(String church) {
    Http root = http.as(WebTestChurches.ROOT);
    assertThat(root.get("/api/v1/auth/me").status()).isEqualTo(200);
    assertThat(root.with("X-Tenant", church).get("/api/v1/auth/me").status()).isEqualTo(403);
  }

  private Http caller(@Nullable String address, @Nullable String header, @Nullable String token) {
    Http caller = http;
    if (token != null) {
      caller = caller.as("admin@" + token + ".example");
    }
    if (address != null) {
      caller = caller.at(address + ".localhost");
    }
    return header == null ? caller : caller.with("X-Tenant", header);
  }
}
