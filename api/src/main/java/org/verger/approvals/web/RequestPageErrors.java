package org.verger.approvals.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.RequestClosedException;
import org.verger.approvals.UnknownRequestException;
import org.verger.pages.PageController;

/** What can go wrong with requests, on the pages of all their kinds. */
@ControllerAdvice(annotations = PageController.class)
@Order(60)
class RequestPageErrors {

  @ExceptionHandler
  void unknown(UnknownRequestException unknown, HttpServletResponse response) throws IOException {
    response.sendError(HttpStatus.NOT_FOUND.value());
  }

  @ExceptionHandler
  String closed(RequestClosedException closed, RedirectAttributes flash) {
    flash.addFlashAttribute("problem", closed.getMessage());
    return "redirect:/requests";
  }
}
