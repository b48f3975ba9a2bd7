package org.verger.expenses.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.approvals.RequestId;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.expenses.AskForMoney;
import org.verger.expenses.BudgetLine;
import org.verger.expenses.BudgetLines;
import org.verger.expenses.Expenses;
import org.verger.organisation.PersonId;
import org.verger.organisation.Units;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The form by which people ask for money, anew or again. */
@PageController
@PreAuthorize("isAuthenticated()")
class ExpensePage {

  private static final String FORM = "expenses/ask";

  private final AskForMoney askForMoney;
  private final Expenses expenses;
  private final Choices choices;
  private final RequestForms forms;
  private final Staff staff;

  ExpensePage(
      AskForMoney askForMoney,
      Expenses expenses,
      Choices choices,
      RequestForms forms,
      Staff staff) {
    this.askForMoney = askForMoney;
    this.expenses = expenses;
    this.choices = choices;
    this.forms = forms;
    this.staff = staff;
  }

  /** What can be chosen in the form. */
  @Component("expenseChoices")
  @RunsInRole(RunsInRole.API)
  record Choices(BudgetLines lines, Units units, Tenants tenants) {

    List<Choice> openTo(PersonId person) {
      return lines.openTo(person).stream()
          .map(line -> new Choice(line, units.require(line.unit()).name()))
          .toList();
    }

    AskForMoney.Wanted wanted(ExpenseFields fields, PersonId by) {
      return fields.wanted(lines.openTo(by), tenants.current().currency());
    }
  }

  /** A line that can be chosen. */
  record Choice(BudgetLine line, String unit) {}

  @ModelAttribute
  void surroundings(Model model) {
    model.addAttribute("lines", choices.openTo(staff.person()));
    model.addAttribute("problems", Map.of());
    model.addAttribute("returned", null);
  }

  @GetMapping("/requests/new/expense")
  ModelAndView empty() {
    return new ModelAndView(FORM, "form", ExpenseFields.EMPTY);
  }

  @PostMapping("/requests/new/expense")
  ModelAndView send(
      @ModelAttribute("form") ExpenseFields fields,
      @RequestParam @Nullable List<MultipartFile> files,
      RedirectAttributes flash) {
    return forms.take(
        new RequestForms.Sent(FORM, files, flash, Map.of()),
        by -> explained(fields, () -> askForMoney.ask(by, choices.wanted(fields, by))));
  }

  @GetMapping("/requests/{id}/edit/expense")
  ModelAndView before(@PathVariable UUID id) {
    RequestForms.Returned returned = forms.returned(id);
    return new ModelAndView(
        FORM,
        Map.of(
            "returned",
            returned,
            "form",
            expenses
                .find(new RequestId(id))
                .map(ExpenseFields::of)
                .orElseThrow(() -> new UnknownRequestException(id.toString()))));
  }

  @PostMapping("/requests/{id}/edit/expense")
  ModelAndView sendAgain(
      @PathVariable UUID id,
      @ModelAttribute("form") ExpenseFields fields,
      @RequestParam @Nullable List<MultipartFile> files,
      RedirectAttributes flash) {
    RequestForms.Returned returned = forms.returned(id);
    return forms.take(
        new RequestForms.Sent(FORM, files, flash, Map.of("returned", returned)),
        by ->
            explained(
                fields,
                () -> {
                  RequestId request = new RequestId(id);
                  askForMoney.askAgain(request, by, choices.wanted(fields, by));
                  return request;
                }));
  }

  private interface Asking {
    RequestId ask();
  }

  private static RequestId explained(ExpenseFields fields, Asking asking) {
    try {
      return asking.ask();
    } catch (InvalidInputException invalid) {
      throw fields.explained(invalid);
    }
  }
}
