package org.verger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells clients of the API that they are not signed in, or not allowed to. */
@Component
class ApiRefusals implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final Problems problems;

  ApiRefusals(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException missing)
      throws IOException {
    response.setHeader("WWW-Authenticate", "Bearer");
    problems.write(request, response, Problems.of(HttpStatus.UNAUTHORIZED, "Sign in first"));
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    problems.write(
        request, response, Problems.of(HttpStatus.FORBIDDEN, "Your roles do not allow this"));
  }
}
