package org.verger.web;

import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.verger.deployment.RunsInRole;
import org.verger.identity.Accounts;

/**
 * Who may see pages. Every page needs a sign-in that is not named here; which roles it needs, its
 * controller says ({@link StatedRules}).
 */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
@RunsInRole(RunsInRole.API)
class PageSecurity {

  @Bean
  @Order(11)
  SecurityFilterChain assets(HttpSecurity http) {
    return http.securityMatcher("/assets/**", "/favicon.ico")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .headers(SecurityHeaders.strict())
        .build();
  }

  /**
   * The public form, which other sites may show in a frame. It knows no session, so there is
   * nothing that a forged request could borrow.
   */
  @Bean
  @Order(12)
  SecurityFilterChain connectForm(HttpSecurity http, TenantBinding church) {
    return http.securityMatcher("/connect/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(church.filter(), AuthorizationFilter.class)
        .headers(SecurityHeaders.embeddable())
        .build();
  }

  /**
   * Links in notices. What is in the address lets one in, and no session that a forged request
   * could borrow.
   */
  @Bean
  @Order(13)
  SecurityFilterChain taskLinkPages(HttpSecurity http, TenantBinding church) {
    return http.securityMatcher("/task-links/**")
        .csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .addFilterBefore(church.filter(), AuthorizationFilter.class)
        .headers(SecurityHeaders.secretAddress())
        .build();
  }

  @Bean
  @Order(14)
  SecurityFilterChain pages(
      HttpSecurity http,
      PageSignIn signIn,
      TenantNames names,
      TenantBinding church,
      Accounts accounts) {
    return http.securityMatcher(everythingElse -> true)
        .authenticationProvider(signIn)
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers("/sign-in")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .usernameParameter("email")
                    .authenticationDetailsSource(request -> PageSignIn.church(request, names))
                    .defaultSuccessUrl("/")
                    .failureHandler(PageSignIn::failed))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in"))
        .addFilterBefore(new AccountFilter(accounts), AnonymousAuthenticationFilter.class)
        .addFilterBefore(church.filter(), AuthorizationFilter.class)
        .headers(SecurityHeaders.strict())
        .build();
  }
}
