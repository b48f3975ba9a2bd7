package org.verger.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.organisation.NotAllowedException;
import org.verger.pages.PageController;
import org.verger.people.UnknownHouseholdException;
import org.verger.people.UnknownPersonException;

/** Shows the error page that says what happened. */
@ControllerAdvice(annotations = PageController.class)
@Order(60)
class PeoplePageErrors {

  @ExceptionHandler({UnknownPersonException.class, UnknownHouseholdException.class})
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler
  void refused(NotAllowedException refused, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value());
  }
}
