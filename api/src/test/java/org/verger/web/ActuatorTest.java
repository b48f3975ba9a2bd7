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
    "operator@grace.example,200",
    "root@platform.example,200",
    "admin@grace.example,403",
    "nobody@grace.example,403"
  })
  void metricsAreForOperators(String email, int status) {
    assertThat(Http.on(port).as(email).get("/actuator/prometheus").status()).isEqualTo(status);
  }

  @Test
  void metricsAreNotForTheAnonymous() {
    assertThat(Http.on(port).get("/actuator/prometheus").problem()).isEqualTo("unauthorized");
    assertThat(Http.on(port).get("/actuator").problem()).isEqualTo("unauthorized");
    assertThat(Http.on(port).get("/actuator/env").problem()).isEqualTo("unauthorized");
  }
}
