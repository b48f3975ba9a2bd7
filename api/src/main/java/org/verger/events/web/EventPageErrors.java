package org.verger.events.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.events.UnknownEventException;
import org.verger.organisation.NotAllowedException;

/** Shows the error page that says what happened. */
@ControllerAdvice(assignableTypes = {EventsPage.class, EventForms.class})
@Order(50)
class EventPageErrors {

  @ExceptionHandler(UnknownEventException.class)
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler(NotAllowedException.class)
  void refused(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value());
  }
}
