package org.verger.giving.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.giving.UnknownContributionException;
import org.verger.giving.UnknownFundException;
import org.verger.giving.UnknownStatementException;
import org.verger.organisation.NotAllowedException;

/** Shows the error page that says what happened. */
@ControllerAdvice(basePackageClasses = GivingPageErrors.class)
@Order(50)
class GivingPageErrors {

  @ExceptionHandler({
    UnknownContributionException.class,
    UnknownFundException.class,
    UnknownStatementException.class
  })
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler(NotAllowedException.class)
  void refused(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value());
  }
}
