package org.verger.web;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.verger.tenants.UnknownTenantException;
import org.verger.validation.InvalidInputException;

/** Problem details for what goes wrong in a REST controller. */
@RestControllerAdvice(annotations = RestController.class)
@Order(100)
class ApiErrors extends ResponseEntityExceptionHandler {

  private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

  @ExceptionHandler
  ProblemDetail invalid(InvalidInputException invalid) {
    ProblemDetail problem =
        Problems.of(
            HttpStatus.UNPROCESSABLE_CONTENT, "Put the named fields right and send it again");
    problem.setProperty("errors", invalid.errors());
    return problem;
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownTenantException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No church with that name is served here");
  }

  @ExceptionHandler
  ProblemDetail denied(AccessDeniedException denied) {
    return Problems.of(HttpStatus.FORBIDDEN, "Your roles do not allow this");
  }

  @ExceptionHandler
  ProblemDetail unexpected(RuntimeException failure) {
    String reference = UUID.randomUUID().toString();
    log.error("Request failed, reference {}", reference, failure);
    ProblemDetail problem =
        Problems.of(
            HttpStatus.INTERNAL_SERVER_ERROR,
            "Something went wrong here; tell the operator the reference");
    problem.setProperty("reference", reference);
    return problem;
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException malformed,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.badRequest()
        .body(
            Problems.of(
                HttpStatus.BAD_REQUEST,
                "The body is not the JSON that is expected here; see the API's document"));
  }
}
