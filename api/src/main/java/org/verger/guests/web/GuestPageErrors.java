package org.verger.guests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.guests.UnknownGuestException;
import org.verger.organisation.NotAllowedException;

/** Shows the error page that says what happened. */
@ControllerAdvice(basePackageClasses = GuestPageErrors.class)
@Order(50)
class GuestPageErrors {

  @ExceptionHandler
  void unknown(UnknownGuestException unknown, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler
  void refused(NotAllowedException refused, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value());
  }

  // An outcome, a decision or an exit that no form of ours offers.
  @ExceptionHandler
  void unreadable(IllegalArgumentException unreadable, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }
}
