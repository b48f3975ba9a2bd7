package org.verger.batch.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.batch.RunNotChangedException;
import org.verger.batch.UnknownJobException;
import org.verger.batch.UnknownRunException;
import org.verger.web.Problems;

@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class BatchErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownRunException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownJobException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, String.valueOf(unknown.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unchanged(RunNotChangedException refused) {
    return Problems.of(
        HttpStatus.CONFLICT, "run-not-changed", String.valueOf(refused.getMessage()));
  }
}
