package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@WebTest
class OpenApiTest {

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private JsonNode document;

  @BeforeEach
  void read() {
    document = Http.on(port).get("/api/v1/openapi").json();
  }

  @Test
  void everyAddressOfTheApiIsListed() {
    Set<String> served =
        mapping.getHandlerMethods().entrySet().stream()
            .filter(entry -> StatedRules.needsRule(entry.getValue()))
            .flatMap(entry -> entry.getKey().getPatternValues().stream())
            .filter(path -> path.startsWith("/api/"))
            .collect(Collectors.toSet());
    assertThat(document.get("paths").propertyNames()).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void everyCallSaysWhoMayMakeIt() {
    assertThat(operations())
        .isNotEmpty()
        .allSatisfy(
            operation -> {
              String rule = operation.get("x-who-may").asString();
              List<JsonNode> security = operation.get("security").valueStream().toList();
              assertThat(security).hasSize(rule.equals("permitAll()") ? 0 : 1);
            });
    assertThat(document.at("/components/securitySchemes/accessToken/scheme").asString())
        .isEqualTo("bearer");
  }

  @Test
  void everyCallNamesItsProblems() {
    assertThat(operations())
        .allSatisfy(
            operation -> {
              JsonNode body = operation.at("/responses/default/content");
              assertThat(body.propertyNames()).containsExactly("application/problem+json");
              if (!operation.get("security").isEmpty()) {
                assertThat(operation.get("responses").propertyNames()).contains("401", "403");
              }
            });
    assertThat(document.at("/components/schemas/Problem/properties/detail").isMissingNode())
        .isFalse();
  }

  @Test
  void whoCallsIsNoParameter() {
    JsonNode me = document.at("/paths/~1api~1v1~1auth~1me/get");
    assertThat(me.has("parameters")).isFalse();
  }

  @Test
  void thePageShowsTheDocumentWithNothingFromElsewhere() {
    Http http = Http.on(port);
    String page = http.get("/api/docs").header("Location");
    assertThat(page).endsWith("/api/swagger-ui/index.html");
    Http.Answer shown = http.get("/api/swagger-ui/index.html");
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.body()).doesNotContain("http://", "https://").doesNotContain("<script>");
    assertThat(http.get("/api/swagger-ui/swagger-initializer.js").body())
        .contains("/api/v1/openapi");
    assertThat(http.get("/api/v1/openapi/swagger-config").json().get("url").asString())
        .isEqualTo("/api/v1/openapi");
    assertThat(shown.header("Content-Security-Policy")).contains("script-src 'self'");
  }

  private Stream<JsonNode> operations() {
    return document.get("paths").valueStream().flatMap(JsonNode::valueStream);
  }
}
