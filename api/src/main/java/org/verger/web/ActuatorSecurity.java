package org.verger.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** What a process answers in every role, also where it serves neither pages nor the API. */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurity {

  private static final String ADMINISTRATOR = "ROLE_PLATFORM_ADMIN";

  /**
   * Health is told to everybody, but no details; the rest is about all churches and is for the
   * platform's administrator, metrics also for who has their token.
   */
  @Bean
  @Order(3)
  SecurityFilterChain actuator(
      HttpSecurity http,
      MetricsToken metrics,
      ObjectProvider<ApiTokens> tokens,
      Problems problems,
      ApiRefusals no) {
    return http.securityMatcher("/actuator", "/actuator/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/prometheus")
                    .hasAnyAuthority(MetricsToken.AUTHORITY, ADMINISTRATOR)
                    .anyRequest()
                    .hasAuthority(ADMINISTRATOR))
        .addFilterBefore(
            new BearerFilter(token -> check(token, metrics, tokens.getIfAvailable()), problems),
            AnonymousAuthenticationFilter.class)
        .exceptionHandling(errors -> errors.authenticationEntryPoint(no).accessDeniedHandler(no))
        .headers(SecurityHeaders.strict())
        .build();
  }

  /** Only the role "api" gives access tokens. */
  private static Optional<? extends Authentication> check(
      String token, MetricsToken metrics, @Nullable ApiTokens tokens) {
    Optional<Authentication> collector = metrics.check(token);
    return collector.isPresent() || tokens == null ? collector : tokens.check(token);
  }

  /** The last word: what no other chain answers for is answered to nobody. */
  @Bean
  @Order(99)
  SecurityFilterChain closed(HttpSecurity http) {
    return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
        .headers(SecurityHeaders.strict())
        .build();
  }
}
