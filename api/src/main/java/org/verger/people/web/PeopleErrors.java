package org.verger.people.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.people.UnknownHouseholdException;
import org.verger.people.UnknownPersonException;
import org.verger.web.Problems;

/** What can go wrong with people, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class PeopleErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownPersonException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No person with this id is here for you");
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownHouseholdException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No family with this id is here for you");
  }
}
