package org.verger.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** What a process answers in every role, also where it serves neither pages nor the API. */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurity {

  /** Health is told to everybody, but no details; the rest to operators. */
  @Bean
  @Order(3)
  SecurityFilterChain actuator(
      HttpSecurity http, ObjectProvider<ApiTokens> tokens, Problems problems, ApiRefusals no) {
    tokens.ifAvailable(
        known ->
            http.addFilterBefore(
                new BearerFilter(known, problems), AnonymousAuthenticationFilter.class));
    return http.securityMatcher("/actuator", "/actuator/**")
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health", "/actuator/health/**")
                    .permitAll()
                    .anyRequest()
                    .hasAnyRole("OPERATOR", "PLATFORM_ADMIN"))
        .exceptionHandling(errors -> errors.authenticationEntryPoint(no).accessDeniedHandler(no))
        .headers(SecurityHeaders.strict())
        .build();
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
