package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@WebTest
class ActuatorTest {

  @LocalServerPort int port;

  @Test
  void healthIsToldToEverybodyWithoutDetails() {
    Http.Answer health = Http.on(port).get("/actuator/health");
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().get("status").asString()).isEqualTo("UP");
    assertThat(health.body()).doesNotContain("components", "PostgreSQL");
  }

  @ParameterizedTest
  @CsvSource({
    "operator@grace.example,403",
    "root@platform.example,200",
    "admin@grace.example,403",
    "nobody@grace.example,403"
  })
  void metricsOfAllChurchesAreForThePlatformsAdministrator(String email, int status) {
    assertThat(Http.on(port).as(email).get("/actuator/prometheus").status()).isEqualTo(status);
  }

  @Test
  void whoHasTheTokenOfTheMetricsReadsThemAndNothingElse() {
    Http collector =
        Http.on(port).with("Authorization", "Bearer a-token-of-the-tests-for-their-metrics");
    assertThat(collector.get("/actuator/prometheus").body()).contains("jvm_");
    assertThat(collector.get("/actuator").status()).isEqualTo(403);
    assertThat(collector.get("/api/v1/auth/me").problem()).isEqualTo("invalid-token");
  }

  @Test
  void metricsAreNotForTheAnonymous() {
    assertThat(Http.on(port).get("/actuator/prometheus").problem()).isEqualTo("unauthorized");
    assertThat(Http.on(port).get("/actuator").problem()).isEqualTo("unauthorized");
    assertThat(Http.on(port).get("/actuator/env").problem()).isEqualTo("unauthorized");
  }
}
