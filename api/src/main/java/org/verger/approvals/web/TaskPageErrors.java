package org.verger.approvals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.approvals.UnknownRequestException;

/** Shows the error page that says what happened. */
@ControllerAdvice(assignableTypes = {TaskPage.class, TaskForms.class, TaskHandlingForms.class})
@Order(50)
class TaskPageErrors {

  @ExceptionHandler
  void unknown(UnknownRequestException unknown, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }
}
