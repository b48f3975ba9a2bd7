package org.verger.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.verger.groups.GroupFilter;
import org.verger.groups.GroupKind;
import org.verger.groups.GroupList;
import org.verger.organisation.Area;
import org.verger.organisation.Reach;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** The groups of the units that whoever is signed in reaches, by name. */
@PageController
@PreAuthorize("isAuthenticated()")
class GroupsPage {

  private static final int AT_ONCE = 50;

  private final GroupList groups;
  private final Units units;
  private final Staff staff;

  GroupsPage(GroupList groups, Units units, Staff staff) {
    this.groups = groups;
    this.units = units;
    this.staff = staff;
  }

  @GetMapping("/groups")
  String show(
      @RequestParam Map<String, String> parameters, HttpServletRequest request, Model model) {
    GroupFilter filter = filter(parameters);
    Reach reach = staff.reach(Area.PEOPLE);
    List<Unit> within = units.all().stream().filter(reach::covers).toList();
    model.addAttribute("filter", filter);
    model.addAttribute("page", groups.list(staff.person(), filter, cursor(parameters), AT_ONCE));
    model.addAttribute("units", within);
    model.addAttribute("kinds", GroupKind.codes());
    model.addAttribute("mayEnter", !within.isEmpty());
    return Fragments.view(request, "groups/list", "results");
  }

  // What no form of ours offers restricts nothing.
  private static GroupFilter filter(Map<String, String> parameters) {
    try {
      return GroupFilter.of(parameters);
    } catch (IllegalArgumentException unreadable) {
      return GroupFilter.ALL;
    }
  }

  private static @Nullable String cursor(Map<String, String> parameters) {
    try {
      return UUID.fromString(parameters.getOrDefault("cursor", "")).toString();
    } catch (IllegalArgumentException none) {
      return null;
    }
  }
}
