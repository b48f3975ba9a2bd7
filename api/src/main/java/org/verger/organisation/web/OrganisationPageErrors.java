package org.verger.organisation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.organisation.UnknownUnitException;

/** Shows the error page that says what happened. */
@ControllerAdvice(assignableTypes = OrganisationPage.class)
@Order(50)
class OrganisationPageErrors {

  @ExceptionHandler
  void unknown(UnknownUnitException unknown, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }
}
