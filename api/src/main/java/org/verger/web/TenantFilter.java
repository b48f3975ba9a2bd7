package org.verger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.verger.tenants.Tenant;
import org.verger.tenants.TenantId;
import org.verger.tenants.Tenants;

/**
 * Binds the church of a request for as long as it lasts. Subdomain, {@code X-Tenant} header, the
 * path of a public address and the sign-in may each name one; those that do must agree.
 */
final class TenantFilter extends OncePerRequestFilter {

  // Differs from every church's name, so that the platform's administrator works for no church.
  private static final String PLATFORM = "";

  private static final List<String> FOR_THE_PLATFORM =
      List.of("/api/v1/platform/", "/api/v1/auth/", "/actuator/", "/platform/", "/sign-in");
  private static final String START_OF_THE_PLATFORM = "/platform/batch";

  private final Tenants tenants;
  private final TenantNames names;
  private final Problems problems;

  TenantFilter(Tenants tenants, TenantNames names, Problems problems) {
    this.tenants = tenants;
    this.names = names;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Set<String> named = new LinkedHashSet<>(names.in(request));
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
      named.add(churchOf(signedIn));
    }
    if (named.size() > 1) {
      problems.write(request, response, mismatch());
    } else if (named.contains(PLATFORM) && request.getRequestURI().equals("/")) {
      response.sendRedirect(START_OF_THE_PLATFORM);
    } else if (named.contains(PLATFORM) && !isForThePlatform(request)) {
      problems.write(request, response, noChurch());
    } else if (named.isEmpty() || named.contains(PLATFORM)) {
      chain.doFilter(request, response);
    } else {
      forChurch(named.iterator().next(), request, response, chain);
    }
  }

  private static boolean isForThePlatform(HttpServletRequest request) {
    return FOR_THE_PLATFORM.stream().anyMatch(request.getRequestURI()::startsWith);
  }

  private static String churchOf(SignedIn signedIn) {
    TenantId own = signedIn.getPrincipal().tenant();
    return own == null ? PLATFORM : own.value();
  }

  private void forChurch(
      String name, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Tenant church = tenants.find(name).orElse(null);
    if (church != null && church.status() == Tenant.Status.ACTIVE) {
      BoundChain.run(church.id(), () -> chain.doFilter(request, response));
    } else {
      boolean suspended = church != null && church.status() == Tenant.Status.SUSPENDED;
      problems.write(request, response, suspended ? suspended() : unknown());
    }
  }

  private static ProblemDetail noChurch() {
    return Problems.of(
        HttpStatus.FORBIDDEN,
        "no-church",
        "This account looks after the platform and belongs to no church");
  }

  private static ProblemDetail mismatch() {
    return Problems.of(
        HttpStatus.FORBIDDEN,
        "church-mismatch",
        "The address, the X-Tenant header and the sign-in must name the same church");
  }

  static ProblemDetail suspended() {
    return Problems.of(
        HttpStatus.FORBIDDEN,
        "church-suspended",
        "This church is suspended: ask the administrator of the platform");
  }

  private static ProblemDetail unknown() {
    return Problems.of(
        HttpStatus.NOT_FOUND, "unknown-church", "No church with that name is served here");
  }
}
