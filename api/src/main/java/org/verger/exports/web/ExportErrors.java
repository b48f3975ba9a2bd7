package org.verger.exports.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.exports.UnknownListException;
import org.verger.web.Problems;

/** What can go wrong with exports, as problem details. */
@RestControllerAdvice(assignableTypes = ExportsApi.class)
@Order(10)
class ExportErrors {

  @ExceptionHandler
  ProblemDetail unknown(UnknownListException unknown) {
    return Problems.of(
        HttpStatus.NOT_FOUND, "No list is called so; GET /api/v1/exports names all of them");
  }
}
