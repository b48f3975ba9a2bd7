package org.verger.imports.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.imports.ImportStateException;
import org.verger.imports.UnknownImportException;
import org.verger.web.Problems;

/** What can go wrong with imports, as problem details. */
@RestControllerAdvice(annotations = RestController.class)
@Order(1)
class ImportErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownImportException unknown) {
    return Problems.of(HttpStatus.NOT_FOUND, "Nothing with this id is here for you");
  }

  @ExceptionHandler
  ProblemDetail wrongState(ImportStateException state) {
    return Problems.of(HttpStatus.CONFLICT, "import-state", String.valueOf(state.getMessage()));
  }
}
