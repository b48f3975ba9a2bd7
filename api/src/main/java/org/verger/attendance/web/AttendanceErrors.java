package org.verger.attendance.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.attendance.UnknownGatheringException;
import org.verger.web.Problems;

/** What can go wrong with gatherings, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class AttendanceErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownGatheringException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No gathering with this id is here for you");
  }
}
