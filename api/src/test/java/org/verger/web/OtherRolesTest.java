package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A process that runs batch jobs only. */
@SpringBootTest(
    classes = WebTestApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"verger.roles=batch", "verger.metrics.token=" + OtherRolesTest.TOKEN})
class OtherRolesTest {

  static final String TOKEN = "a-token-of-the-tests-for-their-metrics";

  @LocalServerPort int port;

  @Test
  void healthIsTold() {
    assertThat(Http.on(port).get("/actuator/health").status()).isEqualTo(200);
  }

  @Test
  void metricsAreToldToWhoHasTheirToken() {
    Http collector = Http.on(port).with("Authorization", "Bearer " + TOKEN);
    assertThat(collector.get("/actuator/prometheus").body()).contains("jvm_");
    assertThat(
            Http.on(port).with("Authorization", "Bearer x").get("/actuator/prometheus").problem())
        .isEqualTo("invalid-token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/api/v1/auth/me",
        "/api/v1/public/grace/awkward",
        "/actuator/prometheus"
      })
  void nothingElseIs(String path) {
    assertThat(Http.on(port).get(path).status()).isIn(401, 403);
  }
}
