package org.verger.pages;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.filter.OncePerRequestFilter;
import org.verger.database.DatabaseLogin;
import org.verger.tenants.CurrentTenant;
import org.verger.tenants.TenantId;
import org.verger.testing.TestDatabase;

/** The pages on a real database, without an engine. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = FlywayAutoConfiguration.class)
@ComponentScan(
    basePackages = "org.verger",
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {"org\\.verger\\.testing\\..*", "org\\.verger\\.VergerApplication"}))
public class PagesTestApplication {

  public static void main(String[] args) {
    SpringApplication.run(PagesTestApplication.class, args);
  }

  @Bean
  TestDatabase testDatabase() {
    return TestDatabase.create();
  }

  @Bean
  DatabaseLogin databaseLogin(TestDatabase database) {
    return database.login();
  }

  @Bean
  HikariDataSource dataSource(TestDatabase database) {
    return database.pool();
  }

  @Bean
  SignInSuggestion one() {
    return new SignInSuggestion(
        "Campus leader",
        "The guests and tasks of one campus",
        "campus-leader@olamchurch.example",
        "verger-demo");
  }

  @Bean
  SignInSuggestion two() {
    return new SignInSuggestion(
        "Group leader",
        "The calls of one small group",
        "group-leader@olamchurch.example",
        "verger-demo");
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    return http.authorizeHttpRequests(
            r ->
                r.requestMatchers("/assets/**", "/sign-in", "/connect/**", "/error")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .formLogin(
            f ->
                f.loginPage("/sign-in")
                    .usernameParameter("email")
                    .failureUrl("/sign-in?error=wrong"))
        .headers(h -> h.contentSecurityPolicy(c -> c.policyDirectives("default-src 'self'")))
        .build();
  }

  @Bean
  InMemoryUserDetailsManager users() {
    return new InMemoryUserDetailsManager(
        User.withUsername("Grace Okafor")
            .password("{noop}verger-demo")
            .roles("campus-leader")
            .build());
  }

  @Bean
  OncePerRequestFilter tenant() {
    return new OncePerRequestFilter() {
      @Override
      protected void doFilterInternal(HttpServletRequest q, HttpServletResponse s, FilterChain c)
          throws ServletException, IOException {
        java.util.concurrent.atomic.AtomicReference<Exception> thrown =
            new java.util.concurrent.atomic.AtomicReference<>();
        CurrentTenant.run(
            new TenantId("olamchurch"),
            () -> {
              try {
                c.doFilter(q, s);
              } catch (IOException | ServletException e) {
                throw new IllegalStateException(e);
              }
            });
      }
    };
  }

  @Bean
  org.springframework.boot.ApplicationRunner seed(org.verger.tenants.CreateTenant create) {
    return args ->
        create.create(
            new org.verger.tenants.Tenant(
                new TenantId("olamchurch"),
                "Olam Church",
                null,
                java.time.ZoneId.of("America/Chicago"),
                java.util.List.of("en", "es"),
                "US",
                "USD",
                org.verger.tenants.Tenant.Status.CREATING),
            "test");
  }
}
