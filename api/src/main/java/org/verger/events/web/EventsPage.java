package org.verger.events.web;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.verger.events.Event;
import org.verger.events.Events;
import org.verger.organisation.Unit;
import org.verger.organisation.Units;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** The events to come that were published. */
@PageController
@PreAuthorize("isAuthenticated()")
class EventsPage {

  private final Events events;
  private final Units units;
  private final Staff staff;

  EventsPage(Events events, Units units, Staff staff) {
    this.events = events;
    this.units = units;
    this.staff = staff;
  }

  /** An event with the name of its unit. */
  record Row(Event event, String unit) {}

  @GetMapping("/events")
  String show(Model model) {
    staff.person();
    model.addAttribute("rows", events.published().stream().map(this::row).toList());
    return "events/events";
  }

  private Row row(Event event) {
    return new Row(event, units.find(event.unit()).map(Unit::name).orElse(""));
  }
}
