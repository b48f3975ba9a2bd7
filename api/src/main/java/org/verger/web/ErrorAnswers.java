package org.verger.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.verger.deployment.RunsInRole;

/**
 * The answer to whatever no controller answered: a problem to clients of the API, a page to
 * everybody else. A failure is logged with a reference, and the reference is all that is told.
 */
@Controller
@RunsInRole(RunsInRole.API)
class ErrorAnswers implements ErrorController {

  private static final Logger log = LoggerFactory.getLogger(ErrorAnswers.class);

  private final Problems problems;

  ErrorAnswers(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  @Nullable ModelAndView answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = status(request);
    String path = path(request);
    String reference = status.is5xxServerError() ? logged(request, path) : null;
    if (Problems.isApi(path)) {
      problems.writeJson(response, path, problem(status, method(request), reference));
      return null;
    }
    response.setStatus(status.value());
    return new ModelAndView(
        "error",
        Map.of("status", status.value(), "reference", reference == null ? "" : reference),
        status);
  }

  private static ProblemDetail problem(
      HttpStatus status, String method, @Nullable String reference) {
    ProblemDetail problem = Problems.of(status, advice(status, method));
    if (reference != null) {
      problem.setProperty("reference", reference);
    }
    return problem;
  }

  private static String advice(HttpStatus status, String method) {
    return switch (status) {
      case BAD_REQUEST -> "The request cannot be understood; the API's document says how it looks";
      case UNAUTHORIZED -> "Sign in first";
      case FORBIDDEN -> "Your roles do not allow this";
      case NOT_FOUND -> "Nothing is at this address";
      case METHOD_NOT_ALLOWED ->
          "Nothing answers to %s here; the header Allow says what does".formatted(method);
      case NOT_ACCEPTABLE -> "The answer cannot be given in a form that the header Accept names";
      case UNSUPPORTED_MEDIA_TYPE -> "Send JSON, with the header Content-Type: application/json";
      default ->
          status.is5xxServerError()
              ? "Something went wrong here; tell the operator the reference"
              : status.getReasonPhrase();
    };
  }

  private static String logged(HttpServletRequest request, String path) {
    String reference = UUID.randomUUID().toString();
    log.error("{} {} failed, reference {}", method(request), path, reference, failure(request));
    return reference;
  }

  private static @Nullable Throwable failure(HttpServletRequest request) {
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    return failure instanceof ServletException wrapped && wrapped.getCause() != null
        ? wrapped.getCause()
        : (Throwable) failure;
  }

  // The request itself has become a GET.
  private static String method(HttpServletRequest request) {
    Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
    return method == null ? request.getMethod() : method.toString();
  }

  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }

  private static String path(HttpServletRequest request) {
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    return path == null ? request.getRequestURI() : path.toString();
  }
}
