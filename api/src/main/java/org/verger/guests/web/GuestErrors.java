package org.verger.guests.web;

import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.guests.IllegalStageChangeException;
import org.verger.guests.InvalidConnectFormException;
import org.verger.guests.UnknownGuestException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Problems;

/** What can go wrong with guests, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(10)
class GuestErrors {

  @ExceptionHandler
  ProblemDetail invalid(InvalidConnectFormException invalid) {
    List<FieldError> errors =
        invalid.errors().entrySet().stream()
            .map(error -> new FieldError(error.getKey(), error.getValue()))
            .toList();
    return Problems.invalid(errors);
  }

  @ExceptionHandler
  ProblemDetail unknown(UnknownGuestException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "No guest has this id here");
  }

  @ExceptionHandler
  ProblemDetail refused(IllegalStageChangeException refused) {
    return Problems.of(HttpStatus.CONFLICT, String.valueOf(refused.getMessage()));
  }
}
