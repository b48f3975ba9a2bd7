package org.verger.giving.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.giving.StatementItem;
import org.verger.giving.Statements;
import org.verger.organisation.Area;
import org.verger.organisation.Reach;
import org.verger.paging.Page;
import org.verger.web.Staff;

/** Statements of what people gave, for those who have a say over money where all of it went. */
@RestController
@RequestMapping("/api/v1/giving/statements")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class StatementsApi {

  private final Statements statements;
  private final StatementPdf pdf;
  private final Staff staff;

  StatementsApi(Statements statements, StatementPdf pdf, Staff staff) {
    this.statements = statements;
    this.pdf = pdf;
    this.staff = staff;
  }

  /** A part of the list, by year and number. */
  record StatementPart(List<StatementLine> items, @Nullable String next) {}

  @GetMapping
  StatementPart list(
      @ParameterObject StatementQuery query,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<StatementItem> page = statements.list(query.filter(), reach(), cursor, limit);
    return new StatementPart(page.items().stream().map(StatementLine::of).toList(), page.next());
  }

  /** One of them with its gifts; an earlier one with {@code version}. */
  @GetMapping("/{id}")
  StatementSheet show(@PathVariable UUID id, @RequestParam @Nullable Integer version) {
    return StatementSheet.of(statements.require(id, version, reach()));
  }

  /** The same, to print. */
  @GetMapping(path = "/{id}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> paper(@PathVariable UUID id, @RequestParam @Nullable Integer version) {
    return pdf.answer(statements.require(id, version, reach()));
  }

  private Reach reach() {
    return staff.someReach(Area.MONEY);
  }
}
