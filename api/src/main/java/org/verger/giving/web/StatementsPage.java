package org.verger.giving.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.verger.giving.StatementFilter;
import org.verger.giving.StatementItem;
import org.verger.giving.Statements;
import org.verger.organisation.Area;
import org.verger.organisation.Reach;
import org.verger.pages.Addresses;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.paging.Page;
import org.verger.requests.RequestForms;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The statements of what people gave, for those who have a say over money. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/giving/statements")
class StatementsPage {

  private static final int AT_ONCE = 50;

  private final Statements statements;
  private final StatementPdf pdf;
  private final Staff staff;

  StatementsPage(Statements statements, StatementPdf pdf, Staff staff) {
    this.statements = statements;
    this.pdf = pdf;
    this.staff = staff;
  }

  /** A part of the list. */
  record Shown(List<StatementItem> items, @Nullable String next) {}

  @GetMapping
  ModelAndView show(
      @ModelAttribute("query") StatementQuery query,
      @RequestParam @Nullable String cursor,
      HttpServletRequest request,
      Model model) {
    Reach reach = staff.someReach(Area.MONEY);
    model.addAttribute("years", statements.years());
    model.addAttribute("states", StatementFilter.STATES);
    model.addAttribute("restricts", query.restricts());
    String view = Fragments.view(request, "giving/statements", "results");
    try {
      return new ModelAndView(
          view, Map.of("problems", Map.of(), "shown", shown(query, reach, cursor)));
    } catch (InvalidInputException invalid) {
      return new ModelAndView(
          view,
          Map.of("problems", RequestForms.problems(invalid), "shown", new Shown(List.of(), null)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Shown shown(StatementQuery query, Reach reach, @Nullable String cursor) {
    Page<StatementItem> page = statements.list(query.filter(), reach, cursor, AT_ONCE);
    String next = page.next();
    return new Shown(
        page.items(),
        next == null ? null : Addresses.next("/giving/statements", query.given(), next));
  }

  @GetMapping("/{id}")
  ModelAndView one(@PathVariable UUID id, @RequestParam @Nullable Integer version) {
    Reach reach = staff.someReach(Area.MONEY);
    return new ModelAndView("giving/statement")
        .addObject("statement", statements.require(id, version, reach))
        .addObject("versions", statements.versions(id, reach));
  }

  @GetMapping("/{id}/pdf")
  ResponseEntity<byte[]> paper(@PathVariable UUID id, @RequestParam @Nullable Integer version) {
    return pdf.answer(statements.require(id, version, staff.someReach(Area.MONEY)));
  }
}
