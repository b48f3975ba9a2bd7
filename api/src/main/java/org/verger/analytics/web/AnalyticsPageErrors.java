package org.verger.analytics.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.UnknownUnitException;

/** Shows the error page that says what happened. */
@ControllerAdvice(assignableTypes = {ReportsPage.class, ChecksPage.class})
@Order(50)
class AnalyticsPageErrors {

  @ExceptionHandler
  void notAllowed(NotAllowedException refused, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value(), refused.getMessage());
  }

  @ExceptionHandler({UnknownUnitException.class, MethodArgumentTypeMismatchException.class})
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }
}
