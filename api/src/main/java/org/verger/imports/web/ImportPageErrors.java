package org.verger.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.verger.imports.UnknownImportException;
import org.verger.pages.PageController;

/** What can go wrong with imports, on their pages. */
@ControllerAdvice(annotations = PageController.class)
@Order(1)
class ImportPageErrors {

  @ExceptionHandler
  void unknown(UnknownImportException unknown, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }
}
