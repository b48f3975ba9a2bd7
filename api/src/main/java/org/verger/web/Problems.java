package org.verger.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.verger.validation.InvalidInputException.FieldError;
import tools.jackson.databind.json.JsonMapper;

/** Problem details (RFC 9457): the one form of every error of the API. */
@Component
public class Problems {

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  /** A problem whose type is named after the status. */
  public static ProblemDetail of(HttpStatus status, String detail) {
    return of(status, kind(status), detail);
  }

  /**
   * A problem of a type of its own.
   *
   * @param kind in kebab-case, as in {@code church-suspended}
   */
  public static ProblemDetail of(HttpStatus status, String kind, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create("/problems/" + kind));
    return problem;
  }

  /** Input that its sender can put right, field by field. */
  public static ProblemDetail invalid(List<FieldError> errors) {
    ProblemDetail problem =
        of(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "invalid-input",
            "Put the named fields right and send it again");
    problem.setProperty("errors", errors);
    return problem;
  }

  /** The problem as an exception, for a controller to throw. */
  public static ErrorResponseException refusal(HttpStatus status, String kind, String detail) {
    return new ErrorResponseException(status, of(status, kind, detail), null);
  }

  /** A kind for a problem that has none, named after its status. */
  static String kind(HttpStatusCode code) {
    HttpStatus status = HttpStatus.resolve(code.value());
    return status == null
        ? "status-" + code.value()
        : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the address belongs to the API, which answers with problems and never with pages. */
  static boolean isApi(String path) {
    return path.startsWith("/api/") || path.equals("/actuator") || path.startsWith("/actuator/");
  }

  /** Answers an API request with the problem, and a page request with the error page. */
  void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
      throws IOException {
    if (isApi(request.getRequestURI())) {
      writeJson(response, request.getRequestURI(), problem);
    } else {
      response.sendError(problem.getStatus(), problem.getDetail());
    }
  }

  /** Answers with the problem. */
  void writeJson(HttpServletResponse response, String path, ProblemDetail problem)
      throws IOException {
    problem.setInstance(URI.create(path));
    response.setStatus(problem.getStatus());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(json.writeValueAsString(problem));
  }
}
