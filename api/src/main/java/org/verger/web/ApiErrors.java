package org.verger.web;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.verger.tenants.UnknownTenantException;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** Problem details for what is refused in a REST controller; {@link ErrorAnswers} does the rest. */
@RestControllerAdvice(annotations = RestController.class)
@Order(100)
class ApiErrors extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ProblemDetail invalid(InvalidInputException invalid) {
    return Problems.invalid(invalid.errors());
  }

  @ExceptionHandler
  ProblemDetail changed(ChangedMeanwhileException changed) {
    return Problems.of(
        HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", String.valueOf(changed.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownTenantException unknown) {
    return Problems.of(
        HttpStatus.NOT_FOUND, "unknown-church", "No church with that name is served here");
  }

  @ExceptionHandler
  ProblemDetail denied(AccessDeniedException denied) {
    return Problems.of(HttpStatus.FORBIDDEN, "Your roles do not allow this");
  }

  @Override
  protected ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> errors =
        invalid.getFieldErrors().stream()
            .map(
                wrong ->
                    new FieldError(wrong.getField(), String.valueOf(wrong.getDefaultMessage())))
            .toList();
    return ResponseEntity.unprocessableContent().body(Problems.invalid(errors));
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException malformed,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return ResponseEntity.badRequest()
        .body(Problems.of(HttpStatus.BAD_REQUEST, MalformedJson.explain(malformed)));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem && problem.getType() == null) {
      problem.setType(URI.create("/problems/" + Problems.kind(status)));
    }
    return new ResponseEntity<>(body, headers, status);
  }
}
