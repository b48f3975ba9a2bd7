package org.verger.events.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.events.EventProposedException;
import org.verger.events.UnknownEventException;
import org.verger.web.Problems;

/** What can go wrong with events, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class EventErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownEventException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No event with this id is here for you");
  }

  @ExceptionHandler
  ProblemDetail proposed(EventProposedException proposed) {
    return Problems.of(
        HttpStatus.CONFLICT, "event-proposed", String.valueOf(proposed.getMessage()));
  }
}
