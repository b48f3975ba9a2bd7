package org.verger.tenants.web;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.verger.identity.AccountExistsException;
import org.verger.tenants.IllegalStatusChangeException;
import org.verger.tenants.TenantExistsException;
import org.verger.web.Problems;

@RestControllerAdvice(assignableTypes = TenantsApi.class)
@Order(1)
class TenantErrors {

  @ExceptionHandler
  ProblemDetail taken(TenantExistsException taken) {
    return Problems.of(HttpStatus.CONFLICT, "church-exists", String.valueOf(taken.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail taken(AccountExistsException taken) {
    return Problems.of(HttpStatus.CONFLICT, "account-exists", String.valueOf(taken.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail illegal(IllegalStatusChangeException illegal) {
    return Problems.of(
        HttpStatus.CONFLICT, "illegal-status-change", String.valueOf(illegal.getMessage()));
  }
}
