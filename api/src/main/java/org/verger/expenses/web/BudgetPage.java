package org.verger.expenses.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.expenses.BudgetLine;
import org.verger.expenses.BudgetLines;
import org.verger.money.Money;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.Unit;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Given;
import org.verger.web.Staff;

/** This year's budget lines of the units that somebody has a say over. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/organisation/budget")
class BudgetPage {

  private static final String PAGE = "expenses/budget";

  private final BudgetLines lines;
  private final Units units;
  private final Tenants tenants;
  private final Staff staff;

  BudgetPage(BudgetLines lines, Units units, Tenants tenants, Staff staff) {
    this.lines = lines;
    this.units = units;
    this.tenants = tenants;
    this.staff = staff;
  }

  /** The form, as it was typed. */
  record Fields(
      @Nullable String unit,
      @Nullable String code,
      @Nullable String name,
      @Nullable String amount,
      @Nullable String currency) {}

  /** A line with the name of its unit. */
  record Row(BudgetLine line, String unit) {}

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    model.addAttribute(
        "rows",
        lines.planned(staff.reach(Area.MONEY)).stream()
            .map(line -> new Row(line, units.require(line.unit()).name()))
            .toList());
    model.addAttribute("units", within());
    model.addAttribute("problems", Map.of());
  }

  private List<Unit> within() {
    return units.all().stream().filter(staff.reach(Area.MONEY)::covers).toList();
  }

  @GetMapping
  ModelAndView show() {
    return new ModelAndView(
        PAGE, "form", new Fields(null, null, null, null, tenants.current().currency()));
  }

  /** Adds a line, or changes how much of one is planned. */
  @PostMapping
  ModelAndView plan(@ModelAttribute("form") Fields fields, RedirectAttributes flash) {
    try {
      lines.plan(
          staff.person(),
          new UnitId(Given.id("unit", fields.unit())),
          Given.text(fields.code()),
          name(fields),
          amount(fields));
      flash.addFlashAttribute("done", "Planned: " + name(fields) + ", " + amount(fields).text());
    } catch (InvalidInputException invalid) {
      return RequestForms.again(PAGE, explained(invalid));
    } catch (NotAllowedException refused) {
      flash.addFlashAttribute("problem", refused.getMessage());
    }
    return new ModelAndView("redirect:/organisation/budget");
  }

  private static String name(Fields fields) {
    String name = Given.text(fields.name());
    if (name.isEmpty() || name.length() > 120) {
      throw InvalidInputException.of("name", "Give the line a name of at most 120 letters");
    }
    return name;
  }

  private static Money amount(Fields fields) {
    BigDecimal amount = ExpenseFields.number(fields.amount());
    if (amount == null) {
      throw InvalidInputException.of("amount", "Write the amount in digits, as in 1200.00");
    }
    return Money.given(amount, Given.text(fields.currency()));
  }

  private static InvalidInputException explained(InvalidInputException invalid) {
    return new InvalidInputException(
        invalid.errors().stream()
            .map(
                error ->
                    error.field().equals("unit")
                        ? new FieldError("unit", "Choose the unit whose line it is")
                        : error)
            .toList());
  }
}
