package org.verger.giving.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.giving.ContributionClosedException;
import org.verger.giving.UnknownContributionException;
import org.verger.giving.UnknownFundException;
import org.verger.giving.UnknownStatementException;
import org.verger.web.Problems;

/** What can go wrong with gifts, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class GivingErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownContributionException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No gift with this id is here for you");
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownStatementException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No statement with this id is here for you");
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownFundException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No fund has this id here");
  }

  @ExceptionHandler
  ProblemDetail closed(ContributionClosedException closed) {
    return Problems.of(
        HttpStatus.CONFLICT, "contribution-closed", String.valueOf(closed.getMessage()));
  }
}
