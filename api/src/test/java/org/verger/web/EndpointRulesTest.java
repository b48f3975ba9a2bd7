package org.verger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Goes through every address there is, so that a new one is judged without a test of its own. */
@WebTest
class EndpointRulesTest {

  private static final Set<String> ANYBODY_MAY = Set.of("permitAll()");
  private static final String PUBLIC_ADDRESSES =
      "/(api/v1/(public/|auth/(login|refresh)$)|connect/|task-links/|sign-in$).*";

  @LocalServerPort int port;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  record Endpoint(String method, String path, String rule) {

    boolean isApi() {
      return path.startsWith("/api/");
    }

    boolean isPublic() {
      return ANYBODY_MAY.contains(rule);
    }

    boolean namesRoles() {
      return rule.contains("Role");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  @Test
  void everyControllerMethodSaysWhoMayCallIt() {
    List<String> silent =
        mapping.getHandlerMethods().values().stream()
            .filter(StatedRules::needsRule)
            .filter(method -> method.getBeanType().getEnclosingClass() != AwkwardApi.class)
            .filter(method -> method.getBeanType() != AwkwardApi.class)
            .filter(method -> StatedRules.rule(method).isEmpty())
            .map(HandlerMethod::getShortLogMessage)
            .toList();
    assertThat(silent).as("methods that need @PreAuthorize").isEmpty();
  }

  @Test
  void onlyTheAddressesThatTheChainsNameAreOpenToAnybody() {
    assertThat(endpoints().filter(Endpoint::isPublic))
        .isNotEmpty()
        .allMatch(endpoint -> endpoint.path().matches(PUBLIC_ADDRESSES));
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsInWithoutSigningIn() {
    return judged(
        endpoints().filter(endpoint -> !endpoint.isPublic()),
        endpoint -> {
          Http.Answer answer = call(Http.on(port), endpoint);
          if (endpoint.isApi()) {
            assertThat(answer.problem()).isEqualTo("unauthorized");
          } else if (endpoint.method().equals("GET")) {
            assertThat(answer.header("Location")).endsWith("/sign-in");
          } else {
            assertThat(answer.status()).isEqualTo(403);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsInWithoutTheRole() {
    Http nobody = Http.on(port).at("grace.localhost").as("nobody@grace.example");
    return judged(
        endpoints().filter(Endpoint::isApi).filter(Endpoint::namesRoles),
        endpoint -> assertThat(call(nobody, endpoint).problem()).isEqualTo("forbidden"));
  }

  @TestFactory
  Stream<DynamicTest> nobodyGetsIntoAnotherChurch() {
    Http stranger = Http.on(port).as("admin@grace.example").with("X-Tenant", "mercy");
    return judged(
        endpoints().filter(Endpoint::isApi).filter(endpoint -> !isAuth(endpoint)),
        endpoint -> assertThat(call(stranger, endpoint).problem()).isEqualTo("church-mismatch"));
  }

  private static boolean isAuth(Endpoint endpoint) {
    return ApiSecurity.GIVES_TOKENS.contains(endpoint.path());
  }

  private static Http.Answer call(Http http, Endpoint endpoint) {
    String path =
        endpoint.path().replaceAll("\\{church}|\\{tenant}", "mercy").replaceAll("\\{[^/]+}", "x");
    return http.with("Content-Type", "application/json").send(path, endpoint.method(), "{}");
  }

  private static Stream<DynamicTest> judged(
      Stream<Endpoint> endpoints, java.util.function.Consumer<Endpoint> judge) {
    List<Endpoint> all = endpoints.toList();
    assertThat(all).isNotEmpty();
    return all.stream()
        .map(each -> DynamicTest.dynamicTest(each.toString(), () -> judge.accept(each)));
  }

  private Stream<Endpoint> endpoints() {
    return mapping.getHandlerMethods().entrySet().stream()
        .filter(entry -> StatedRules.needsRule(entry.getValue()))
        .flatMap(
            entry ->
                StatedRules.rule(entry.getValue()).stream()
                    .flatMap(rule -> of(entry.getKey(), rule)));
  }

  private static Stream<Endpoint> of(RequestMappingInfo info, String rule) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    Set<RequestMethod> called = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
    return info.getPatternValues().stream()
        .flatMap(path -> called.stream().map(method -> new Endpoint(method.name(), path, rule)));
  }
}
