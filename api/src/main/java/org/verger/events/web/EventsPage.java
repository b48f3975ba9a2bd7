package org.verger.events.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.verger.events.Event;
import org.verger.events.EventList;
import org.verger.organisation.Area;
import org.verger.organisation.Reach;
import org.verger.organisation.Units;
import org.verger.pages.Addresses;
import org.verger.pages.Fragments;
import org.verger.pages.NavigationEntry;
import org.verger.pages.PageController;
import org.verger.paging.Page;
import org.verger.requests.RequestForms;
import org.verger.validation.InvalidInputException;
import org.verger.web.Staff;

/** The events: what is published for everybody, what is proposed for those with a say there. */
@PageController
@PreAuthorize("isAuthenticated()")
class EventsPage {

  private static final int AT_ONCE = 50;

  private final EventList events;
  private final Units units;
  private final Staff staff;

  EventsPage(EventList events, Units units, Staff staff) {
    this.events = events;
    this.units = units;
    this.staff = staff;
  }

  /** A part of the list. */
  record Shown(List<Event> events, @Nullable String next) {}

  @GetMapping("/events")
  ModelAndView list(
      @ModelAttribute("query") EventQuery query,
      @RequestParam @Nullable String cursor,
      HttpServletRequest request,
      Model model) {
    staff.person();
    model.addAttribute("units", units.all());
    model.addAttribute("decides", !staff.reach(Area.EVENTS).nothing());
    model.addAttribute("restricts", query.restricts());
    String view = Fragments.view(request, "events/events", "results");
    try {
      return new ModelAndView(view, Map.of("problems", Map.of(), "shown", shown(query, cursor)));
    } catch (InvalidInputException invalid) {
      return new ModelAndView(
          view,
          Map.of("problems", RequestForms.problems(invalid), "shown", new Shown(List.of(), null)),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
  }

  private Shown shown(EventQuery query, @Nullable String cursor) {
    Page<Event> page = events.list(query.filter(), staff.reach(Area.EVENTS), cursor, AT_ONCE);
    String next = page.next();
    return new Shown(
        page.items(), next == null ? null : Addresses.next("/events", query.given(), next));
  }

  @GetMapping("/events/{id}")
  String show(@PathVariable UUID id, Model model) {
    staff.person();
    Reach reach = staff.reach(Area.EVENTS);
    Event event = events.require(id, reach);
    boolean hasSay = units.find(event.unit()).filter(reach::covers).isPresent();
    model.addAttribute("event", event);
    model.addAttribute("hasSay", hasSay);
    model.addAttribute("mayChange", hasSay && !event.proposed());
    return "events/event";
  }

  @Bean
  static NavigationEntry eventsEntry() {
    return NavigationEntry.forEverybody("Events", "/events", "calendar-days", 220);
  }
}
