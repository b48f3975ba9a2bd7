package org.verger.giving.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.verger.giving.Contribution;
import org.verger.giving.Contributions;
import org.verger.organisation.Area;
import org.verger.organisation.Extent;
import org.verger.organisation.Reach;
import org.verger.pages.Addresses;
import org.verger.pages.Fragments;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.paging.Page;
import org.verger.requests.RequestForms;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The gifts, for those who have a say over money, with what they come to. */
@PageController
@PreAuthorize("isAuthenticated()")
class GivingPage {

  private static final int AT_ONCE = 50;

  private final Contributions contributions;
  private final GiftChoices choices;
  private final Staff staff;

  GivingPage(Contributions contributions, GiftChoices choices, Staff staff) {
    this.contributions = contributions;
    this.choices = choices;
    this.staff = staff;
  }

  /** A part of the list, and what all of it comes to. */
  record Shown(List<Contribution> gifts, List<Contributions.Total> totals, @Nullable String next) {}

  @GetMapping("/giving")
  ModelAndView show(
      @ModelAttribute("query") GiftQuery query,
      @RequestParam @Nullable String cursor,
      HttpServletRequest request,
      Model model) {
    Reach reach = staff.someReach(Area.MONEY);
    choices.addTo(model, reach);
    model.addAttribute("restricts", query.restricts());
    String view = Fragments.view(request, "giving/list", "results");
    try {
      return new ModelAndView(
          view, Map.of("problems", Map.of(), "shown", shown(query, reach, cursor)));
    } catch (InvalidInputException invalid) {
      return new ModelAndView(
          view,
          Map.of(
              "problems",
              RequestForms.problems(invalid),
              "shown",
              new Shown(List.of(), List.of(), null)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Shown shown(GiftQuery query, Reach reach, @Nullable String cursor) {
    Page<Contribution> page = contributions.list(query.filter(), reach, cursor, AT_ONCE);
    String next = page.next();
    return new Shown(
        page.items(),
        contributions.totals(query.filter(), reach),
        next == null ? null : Addresses.next("/giving", query.given(), next));
  }

  @Bean
  static NavigationEntry givingEntry() {
    return NavigationEntry.forEntitled(
        "Giving", "/giving", "hand-coins", 240, Extent.GROUP, Area.MONEY);
  }
}
