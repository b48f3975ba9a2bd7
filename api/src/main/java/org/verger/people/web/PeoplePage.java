package org.verger.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.pages.Fragments;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.paging.Page;
import org.verger.people.Membership;
import org.verger.people.PeopleFilter;
import org.verger.people.PeopleList;
import org.verger.people.PersonCard;
import org.verger.web.Staff;

/** The people whom whoever is signed in sees, by family name. */
@PageController
@PreAuthorize("isAuthenticated()")
class PeoplePage {

  private static final int AT_ONCE = 50;

  private final PeopleList people;
  private final Within within;
  private final Staff staff;

  PeoplePage(PeopleList people, Within within, Staff staff) {
    this.people = people;
    this.within = within;
    this.staff = staff;
  }

  @GetMapping("/people")
  String show(
      @RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
    PeopleFilter filter = filter(parameters);
    Page<PersonCard> page = people.list(staff.person(), filter, cursor(parameters), AT_ONCE);
    model.addAttribute("filter", filter);
    model.addAttribute("page", page);
    model.addAttribute("units", within.seen());
    model.addAttribute("memberships", Membership.codes());
    model.addAttribute("mayEnter", !within.changeable().isEmpty());
    return Fragments.view(request, "people/list", "results");
  }

  // What no form of ours offers restricts nothing.
  private static PeopleFilter filter(Map<String, String> parameters) {
    try {
      return PeopleFilter.of(parameters);
    } catch (IllegalArgumentException unreadable) {
      return PeopleFilter.ALL;
    }
  }

  private static @Nullable String cursor(Map<String, String> parameters) {
    try {
      return UUID.fromString(parameters.getOrDefault("cursor", "")).toString();
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  @Bean
  static NavigationEntry peopleEntry() {
    return NavigationEntry.forEverybody("People", "/people", "contact", 210);
  }
}
