package org.verger.giving.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.giving.ChangeFunds;
import org.verger.giving.Fund;
import org.verger.giving.Funds;
import org.verger.organisation.Area;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** The funds: seen by those with a say over some money, changed by those with a say over all. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/giving/funds")
class FundsPage {

  private static final String PAGE = "giving/funds";

  private final Funds funds;
  private final ChangeFunds changeFunds;
  private final Staff staff;

  FundsPage(Funds funds, ChangeFunds changeFunds, Staff staff) {
    this.funds = funds;
    this.changeFunds = changeFunds;
    this.staff = staff;
  }

  @ModelAttribute
  void surroundings(Model model) {
    model.addAttribute("mayChange", staff.someReach(Area.MONEY).everything());
    model.addAttribute("funds", funds.all());
    model.addAttribute("problems", Map.of());
    model.addAttribute("name", "");
    model.addAttribute("code", "");
  }

  @GetMapping
  String show() {
    return PAGE;
  }

  @PostMapping
  ModelAndView add(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String code,
      RedirectAttributes flash) {
    try {
      Fund fund = changeFunds.add(staff.person(), name, Given.optional(code));
      flash.addFlashAttribute("done", "Added: " + fund.name());
    } catch (InvalidInputException invalid) {
      return RequestForms.again(PAGE, invalid).addObject("name", name).addObject("code", code);
    }
    return new ModelAndView("redirect:/giving/funds");
  }

  /** Renames it, or closes or opens it with {@code active}. */
  @PostMapping("/{id}")
  String change(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String name,
      @RequestParam @Nullable Boolean active,
      RedirectAttributes flash) {
    try {
      boolean open = active == null ? funds.find(id).map(Fund::active).orElse(true) : active;
      Fund fund = changeFunds.change(staff.person(), id, version, name, open);
      flash.addFlashAttribute("done", "Saved: " + fund.name());
    } catch (InvalidInputException invalid) {
      flash.addFlashAttribute("problem", invalid.errors().getFirst().message() + ".");
    } catch (ChangedMeanwhileException changed) {
      flash.addFlashAttribute("problem", "Somebody changed it meanwhile. This is how it is now.");
    }
    return "redirect:/giving/funds";
  }
}
