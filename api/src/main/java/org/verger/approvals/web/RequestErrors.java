package org.verger.approvals.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.approvals.RequestChangedException;
import org.verger.approvals.RequestClosedException;
import org.verger.approvals.TaskNotReadyException;
import org.verger.approvals.UnknownRequestException;
import org.verger.web.Problems;

/** What can go wrong with requests, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class RequestErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownRequestException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "Nothing with this id is here for you");
  }

  @ExceptionHandler
  ProblemDetail closed(RequestClosedException closed) {
    return Problems.of(HttpStatus.CONFLICT, "request-closed", String.valueOf(closed.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail changed(RequestChangedException changed) {
    return Problems.of(
        HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", String.valueOf(changed.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail notReady(TaskNotReadyException early) {
    return Problems.of(HttpStatus.CONFLICT, "task-not-ready", String.valueOf(early.getMessage()));
  }
}
