package org.verger.batch.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.batch.UnknownJobException;
import org.verger.batch.UnknownRunException;
import org.verger.organisation.NotAllowedException;
import org.verger.validation.InvalidInputException;

/** Shows the error page that says what happened. */
@ControllerAdvice(
    assignableTypes = {
      BatchPage.class,
      BatchRunsPage.class,
      BatchRunPage.class,
      BatchSchedulesPage.class,
      PlatformRunsPage.class,
      PlatformRunPage.class,
      PlatformSchedulesPage.class
    })
@Order(50)
class BatchPageErrors {

  @ExceptionHandler({UnknownRunException.class, UnknownJobException.class})
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler
  void refused(NotAllowedException refused, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value(), refused.getMessage());
  }

  @ExceptionHandler
  void invalid(InvalidInputException invalid, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.BAD_REQUEST.value());
  }
}
