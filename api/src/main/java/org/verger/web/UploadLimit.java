package org.verger.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.verger.deployment.RunsInRole;

/**
 * Says at once that a form's files are too large. Behind it the form could not be read, and the
 * answer would be that its secret is missing. Files that are imported may be larger than those of
 * other forms, for whoever is signed in.
 */
@Component
@RunsInRole(RunsInRole.API)
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UploadLimit extends OncePerRequestFilter {

  private final Problems problems;
  private final DataSize usual;
  private final DataSize most;

  UploadLimit(
      Problems problems,
      @Value("${verger.web.largest-form}") DataSize usual,
      @Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
    this.problems = problems;
    this.usual = usual;
    this.most = most;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.startsWith("multipart/")) {
      chain.doFilter(request, response);
      return;
    }
    boolean imports = isImport(request);
    long length = request.getContentLengthLong();
    if (length > (imports ? most : usual).toBytes()) {
      problems.write(request, response, imports ? tooLarge() : tooLargeForm());
    } else if (length < 0 && !imports) {
      problems.write(
          request,
          response,
          Problems.of(HttpStatus.LENGTH_REQUIRED, "Send the form with its length"));
    } else {
      chain.doFilter(request, response);
    }
  }

  private ProblemDetail tooLargeForm() {
    return Problems.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "Send at most %d MB at once, and each file with at most 10 MB"
            .formatted(usual.toMegabytes()));
  }

  private ProblemDetail tooLarge() {
    return Problems.of(
        HttpStatus.CONTENT_TOO_LARGE,
        "A file to import has at most %d MB: send it in parts".formatted(most.toMegabytes()));
  }

  // A form is read before it is known who sent it, so strangers are held to the usual size.
  private static boolean isImport(HttpServletRequest request) {
    String path = request.getRequestURI();
    HttpSession session = request.getSession(false);
    return path.equals("/api/v1/imports")
        || (path.equals("/imports/new")
            && session != null
            && session.getAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                != null);
  }
}
