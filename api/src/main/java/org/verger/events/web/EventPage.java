package org.verger.events.web;

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
import org.verger.events.Events;
import org.verger.events.ProposeEvent;
import org.verger.organisation.Units;
import org.verger.pages.PageController;
import org.verger.requests.RequestForms;
import org.verger.tenants.Tenants;
import org.verger.web.Staff;

/** The form by which people propose an event, anew or again. */
@PageController
@PreAuthorize("isAuthenticated()")
class EventPage {

  private static final String FORM = "events/ask";

  private final ProposeEvent proposeEvent;
  private final Events events;
  private final Choices choices;
  private final RequestForms forms;
  private final Staff staff;

  EventPage(
      ProposeEvent proposeEvent, Events events, Choices choices, RequestForms forms, Staff staff) {
    this.proposeEvent = proposeEvent;
    this.events = events;
    this.choices = choices;
    this.forms = forms;
    this.staff = staff;
  }

  /** What can be chosen in the form. */
  @Component("eventChoices")
  @RunsInRole(RunsInRole.API)
  record Choices(Units units, Tenants tenants) {

    ProposeEvent.Wanted wanted(EventFields fields) {
      return fields.wanted(tenants.current().zone());
    }
  }

  @ModelAttribute
  void surroundings(Model model) {
    staff.person();
    model.addAttribute("units", choices.units().all());
    model.addAttribute("zone", choices.tenants().current().zone());
    model.addAttribute("problems", Map.of());
    model.addAttribute("returned", null);
  }

  @GetMapping("/requests/new/event")
  ModelAndView empty() {
    return new ModelAndView(FORM, "form", EventFields.EMPTY);
  }

  @PostMapping("/requests/new/event")
  ModelAndView send(
      @ModelAttribute("form") EventFields fields,
      @RequestParam @Nullable List<MultipartFile> files,
      RedirectAttributes flash) {
    return forms.take(
        new RequestForms.Sent(FORM, files, flash, Map.of()),
        by -> proposeEvent.propose(by, choices.wanted(fields)));
  }

  @GetMapping("/requests/{id}/edit/event")
  ModelAndView before(@PathVariable UUID id) {
    RequestForms.Returned returned = forms.returned(id);
    return new ModelAndView(
        FORM,
        Map.of(
            "returned",
            returned,
            "form",
            events
                .proposedBy(new RequestId(id))
                .map(event -> EventFields.of(event, choices.tenants().current().zone()))
                .orElseThrow(() -> new UnknownRequestException(id.toString()))));
  }

  @PostMapping("/requests/{id}/edit/event")
  ModelAndView sendAgain(
      @PathVariable UUID id,
      @ModelAttribute("form") EventFields fields,
      @RequestParam @Nullable List<MultipartFile> files,
      RedirectAttributes flash) {
    RequestForms.Returned returned = forms.returned(id);
    return forms.take(
        new RequestForms.Sent(FORM, files, flash, Map.of("returned", returned)),
        by -> {
          RequestId request = new RequestId(id);
          proposeEvent.proposeAgain(request, by, choices.wanted(fields));
          return request;
        });
  }
}
