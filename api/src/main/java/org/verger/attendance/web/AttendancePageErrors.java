package org.verger.attendance.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.attendance.UnknownGatheringException;
import org.verger.organisation.NotAllowedException;

/** Shows the error page that says what happened. */
@ControllerAdvice(basePackageClasses = AttendancePageErrors.class)
@Order(50)
class AttendancePageErrors {

  @ExceptionHandler(UnknownGatheringException.class)
  void unknown(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler(NotAllowedException.class)
  void refused(HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.FORBIDDEN.value());
  }
}
