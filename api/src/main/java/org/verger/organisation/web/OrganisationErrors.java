package org.verger.organisation.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.UnknownUnitException;
import org.verger.web.Problems;

/** What every feature's use cases can answer about units and rights, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class OrganisationErrors {

  @ExceptionHandler
  ProblemDetail notAllowed(NotAllowedException refused) {
    return Problems.of(HttpStatus.FORBIDDEN, String.valueOf(refused.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownUnitException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No unit has this id here");
  }
}
