package org.verger.exports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.exports.UnknownListException;
import org.verger.organisation.NotAllowedException;
import org.verger.validation.InvalidInputException;

/** Shows the error page that says what happened. */
@ControllerAdvice(assignableTypes = ExportsPage.class)
@Order(50)
class ExportPageErrors {

  @ExceptionHandler
  void unknown(UnknownListException unknown, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler
  void refused(NotAllowedException refused, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value());
  }

  // A filter that no page of ours offers.
  @ExceptionHandler
  void unreadable(InvalidInputException unreadable, HttpServletResponse response)
      throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }
}
