package org.verger.web;

import jakarta.servlet.DispatcherType;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.verger.deployment.RunsInRole;

/**
 * Who may call the API. Everything needs a token that is not named here; which roles a call needs,
 * its controller says ({@link StatedRules}).
 */
@Configuration(proxyBeanMethods = false)
@RunsInRole(RunsInRole.API)
class ApiSecurity {

  /** Where a client without a good token gets one. */
  static final Set<String> GIVES_TOKENS = Set.of("/api/v1/auth/login", "/api/v1/auth/refresh");

  private static final String[] DOCUMENT = {
    "/api/docs",
    "/api/swagger-ui/**",
    "/api/v1/openapi",
    "/api/v1/openapi/**",
    "/api/v1/openapi.yaml"
  };

  // Spans round each of thirty filters cost a tenth of a request and tell nobody anything.
  @Bean
  static SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(1)
  SecurityFilterChain apiDocument(HttpSecurity http) {
    return http.securityMatcher(DOCUMENT)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(SecurityHeaders.apiDocument())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http,
      ApiTokens tokens,
      TenantBinding church,
      Problems problems,
      ApiRefusals no) {
    return http.securityMatcher("/api/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(GIVES_TOKENS.toArray(String[]::new))
                    .permitAll()
                    .requestMatchers("/api/v1/public/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(errors -> errors.authenticationEntryPoint(no).accessDeniedHandler(no))
        .addFilterBefore(
            new BearerFilter(tokens::check, problems), AnonymousAuthenticationFilter.class)
        .addFilterBefore(church.filter(), AuthorizationFilter.class)
        .headers(SecurityHeaders.strict())
        .build();
  }
}
