package org.verger.groups.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.groups.UnknownGroupException;
import org.verger.pages.PageController;

/** Shows the error page that says what happened. */
@ControllerAdvice(annotations = PageController.class)
@Order(60)
class GroupPageErrors {

  @ExceptionHandler
  void unknown(UnknownGroupException unknown, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }
}
