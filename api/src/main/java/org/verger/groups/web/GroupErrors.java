package org.verger.groups.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.groups.UnknownGroupException;
import org.verger.web.Problems;

/** What can go wrong with groups, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class GroupErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownGroupException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No group with this id is here for you");
  }
}
