package org.verger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.verger.deployment.RunsInRole;

/**
 * Says at once that a form's files are too large. Behind it the form could not be read, and the
 * answer would be that its secret is missing.
 */
@Component
@RunsInRole(RunsInRole.API)
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimit extends OncePerRequestFilter {

  private final Problems problems;
  private final DataSize most;

  UploadLimit(
      Problems problems, @Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
    this.problems = problems;
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type != null
        && type.startsWith("multipart/")
        && request.getContentLengthLong() > most.toBytes()) {
      problems.write(
          request,
          response,
          Problems.of(
              HttpStatus.CONTENT_TOO_LARGE,
              "Send at most %d MB at once, and each file with at most 10 MB"
                  .formatted(most.toMegabytes())));
      return;
    }
    chain.doFilter(request, response);
  }
}
