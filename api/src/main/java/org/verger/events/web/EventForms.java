package org.verger.events.web;

import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.events.ChangeEvent;
import org.verger.events.Event;
import org.verger.events.EventList;
import org.verger.events.EventProposedException;
import org.verger.organisation.Area;
import org.verger.pages.PageController;
import org.verger.requests.LocalTimes;
import org.verger.requests.RequestForms;
import org.verger.tenants.Tenants;
import org.verger.validation.ChangedMeanwhileException;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;
import org.verger.web.Staff;

/** The form by which those with a say over events change what is said of one. */
@PageController
@PreAuthorize("isAuthenticated()")
class EventForms {

  private final EventList events;
  private final ChangeEvent changeEvent;
  private final Tenants tenants;
  private final Staff staff;

  EventForms(EventList events, ChangeEvent changeEvent, Tenants tenants, Staff staff) {
    this.events = events;
    this.changeEvent = changeEvent;
    this.tenants = tenants;
    this.staff = staff;
  }

  @GetMapping("/events/{id}/edit")
  ModelAndView before(@PathVariable UUID id) {
    Event event = events.require(id, staff.someReach(Area.EVENTS));
    if (event.proposed()) {
      return new ModelAndView("redirect:/events/" + id);
    }
    return form(event, event.version(), Map.of(), HttpStatus.OK)
        .addObject("form", EventFields.of(event, zone()));
  }

  @PostMapping("/events/{id}/edit")
  ModelAndView change(
      @PathVariable UUID id,
      @ModelAttribute("form") EventFields fields,
      @RequestParam int version,
      RedirectAttributes flash) {
    try {
      changeEvent.change(staff.person(), id, version, wanted(fields));
      flash.addFlashAttribute("done", "Saved.");
    } catch (InvalidInputException invalid) {
      return form(
          events.require(id, staff.someReach(Area.EVENTS)),
          version,
          RequestForms.problems(invalid),
          HttpStatus.UNPROCESSABLE_CONTENT);
    } catch (ChangedMeanwhileException changed) {
      flash.addFlashAttribute(
          "problem", "Somebody changed it meanwhile. This is how it is now: change it again.");
      return new ModelAndView("redirect:/events/" + id + "/edit");
    } catch (EventProposedException proposed) {
      flash.addFlashAttribute("problem", proposed.getMessage());
    }
    return new ModelAndView("redirect:/events/" + id);
  }

  private ModelAndView form(
      Event event, int version, Map<String, String> problems, HttpStatus status) {
    return new ModelAndView(
        "events/edit",
        Map.of("event", event, "version", version, "problems", problems, "zone", zone()),
        status);
  }

  private ChangeEvent.Wanted wanted(EventFields fields) {
    @Nullable String place = Given.optional(fields.place());
    return new ChangeEvent.Wanted(
        Given.optional(fields.title()),
        Given.optional(fields.description()),
        place,
        LocalTimes.parse(fields.startsAt(), zone()).orElse(null),
        LocalTimes.parse(fields.endsAt(), zone()).orElse(null));
  }

  private ZoneId zone() {
    return tenants.current().zone();
  }
}
