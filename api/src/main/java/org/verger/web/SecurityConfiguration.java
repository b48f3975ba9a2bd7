package org.verger.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.verger.deployment.RunsInRole;
import org.verger.tenants.Tenants;

/**
 * Who may come in. Both chains refuse what they do not name: a new address needs a sign-in until
 * somebody says otherwise here, and each REST method says by {@code @PreAuthorize} who may call it.
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@RunsInRole(RunsInRole.API)
class SecurityConfiguration {

  private static final String POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self';"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";
  // The API's page brings styles of its own in its markup.
  private static final String DOCUMENT_POLICY =
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
          + " script-src 'self'; object-src 'none'; base-uri 'self'; frame-ancestors 'none'";

  @Bean
  @Order(1)
  SecurityFilterChain apiDocument(HttpSecurity http) throws Exception {
    return http.securityMatcher("/api/docs/**", "/api/openapi/**", "/api/swagger-ui/**")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(headers -> harden(headers, DOCUMENT_POLICY))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http, ApiTokens tokens, Tenants tenants, TenantNames names, Problems problems)
      throws Exception {
    return http.securityMatcher("/api/**")
        .csrf(csrf -> csrf.disable())
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        "/api/v1/auth/login", "/api/v1/auth/refresh", "/api/v1/public/**")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(
                        (request, response, refused) -> {
                          response.setHeader("WWW-Authenticate", "Bearer");
                          problems.write(
                              request, response, HttpStatus.UNAUTHORIZED, "Sign in first");
                        })
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            problems.write(
                                request,
                                response,
                                HttpStatus.FORBIDDEN,
                                "Your roles do not allow this")))
        .addFilterBefore(
            new BearerFilter(tokens, problems), UsernamePasswordAuthenticationFilter.class)
        .addFilterBefore(new TenantFilter(tenants, names, problems), AuthorizationFilter.class)
        .headers(headers -> harden(headers, POLICY))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain pages(
      HttpSecurity http, PageSignIn signIn, Tenants tenants, TenantNames names, Problems problems)
      throws Exception {
    return http.authenticationProvider(signIn)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(
                        "/sign-in",
                        "/error",
                        "/connect/**",
                        "/assets/**",
                        "/favicon.ico",
                        "/actuator/health/**")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .hasAnyRole("OPERATOR", "PLATFORM_ADMIN")
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .authenticationDetailsSource(request -> new PageSignIn.Church(request, names))
                    .defaultSuccessUrl("/")
                    .failureHandler(PageSignIn::failed))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
        .addFilterBefore(new TenantFilter(tenants, names, problems), AuthorizationFilter.class)
        .headers(headers -> harden(headers, POLICY))
        // The public form has no sign-in that could be abused, and in a foreign frame no cookie.
        .csrf(csrf -> csrf.ignoringRequestMatchers("/connect/**"))
        .build();
  }

  private static void harden(HeadersConfigurer<HttpSecurity> headers, String policy) {
    headers
        .contentSecurityPolicy(csp -> csp.policyDirectives(policy))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(
            permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"))
        .httpStrictTransportSecurity(
            transport -> transport.maxAgeInSeconds(Duration.ofDays(365).toSeconds()));
  }
}
