package org.verger.attendance.web;

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
import org.verger.attendance.Gathering;
import org.verger.attendance.Gatherings;
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

/** The gatherings, for those who have a say over events, and how many came. */
@PageController
@PreAuthorize("isAuthenticated()")
class AttendancePage {

  private static final int AT_ONCE = 50;

  private final Gatherings gatherings;
  private final AttendanceChoices choices;
  private final Staff staff;

  AttendancePage(Gatherings gatherings, AttendanceChoices choices, Staff staff) {
    this.gatherings = gatherings;
    this.choices = choices;
    this.staff = staff;
  }

  /** A part of the list. */
  record Shown(List<Gathering> gatherings, @Nullable String next) {}

  @GetMapping("/attendance")
  ModelAndView show(
      @ModelAttribute("query") GatheringQuery query,
      @RequestParam @Nullable String cursor,
      HttpServletRequest request,
      Model model) {
    Reach reach = staff.someReach(Area.EVENTS);
    choices.addTo(model, reach);
    model.addAttribute("restricts", query.restricts());
    String view = Fragments.view(request, "attendance/list", "results");
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

  private Shown shown(GatheringQuery query, Reach reach, @Nullable String cursor) {
    Page<Gathering> page = gatherings.list(query.filter(), reach, cursor, AT_ONCE);
    String next = page.next();
    return new Shown(
        page.items(), next == null ? null : Addresses.next("/attendance", query.given(), next));
  }

  @Bean
  static NavigationEntry attendanceEntry() {
    return NavigationEntry.forEntitled(
        "Attendance", "/attendance", "clipboard-check", 230, Extent.GROUP, Area.EVENTS);
  }
}
