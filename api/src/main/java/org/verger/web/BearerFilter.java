package org.verger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a request in by its bearer token. A bad token is refused, not ignored. */
final class BearerFilter extends OncePerRequestFilter {

  private static final String SCHEME = "Bearer ";

  private final Function<String, Optional<? extends Authentication>> check;
  private final Problems problems;

  /**
   * With what it takes for good.
   *
   * @param check whom a token stands for; empty when for nobody
   */
  BearerFilter(Function<String, Optional<? extends Authentication>> check, Problems problems) {
    this.check = check;
    this.problems = problems;
  }

  // Clients send their old token along when they ask for a new one.
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return ApiSecurity.GIVES_TOKENS.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      chain.doFilter(request, response);
      return;
    }
    Optional<? extends Authentication> signedIn =
        check.apply(header.substring(SCHEME.length()).strip());
    if (signedIn.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      problems.write(
          request,
          response,
          Problems.of(
              HttpStatus.UNAUTHORIZED,
              "invalid-token",
              "The access token is not good any more: refresh it or sign in again"));
      return;
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn.get());
    SecurityContextHolder.setContext(context);
    chain.doFilter(request, response);
  }
}
