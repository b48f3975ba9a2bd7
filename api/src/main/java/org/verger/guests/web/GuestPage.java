package org.verger.guests.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.verger.guests.Campaigns;
import org.verger.guests.GuestDetails;
import org.verger.guests.GuestId;
import org.verger.guests.GuestView;
import org.verger.guests.Stage;
import org.verger.pages.Fragments;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** Everything about one guest; asks for itself again every few seconds. */
@PageController
@PreAuthorize("isAuthenticated()")
@RequestMapping("/guests/{id}")
class GuestPage {

  private static final Duration UNCHANGING = Duration.ofHours(1);

  private final GuestDetails details;
  private final FollowUpProcess process;
  private final TaskCards tasks;
  private final Staff staff;
  private final Campaigns campaigns;

  GuestPage(
      GuestDetails details,
      FollowUpProcess process,
      TaskCards tasks,
      Staff staff,
      Campaigns campaigns) {
    this.details = details;
    this.process = process;
    this.tasks = tasks;
    this.staff = staff;
    this.campaigns = campaigns;
  }

  @GetMapping
  String show(@PathVariable UUID id, HttpServletRequest request, Model model) {
    GuestId guest = new GuestId(id);
    GuestView view = Guests.inReach(details, guest, staff.person());
    model.addAttribute("guest", view);
    model.addAttribute("name", (view.firstName() + " " + view.lastName()).strip());
    model.addAttribute("way", Way.of(Stage.of(view.stage()), view));
    model.addAttribute("next", view.next().reversed());
    model.addAttribute("tasks", tasks.of(guest));
    model.addAttribute("campaign", source(view.campaign()));
    model.addAttribute("position", process.positionOf(guest).orElse(null));
    return Fragments.view(request, "guests/guest", "now");
  }

  /** The model that the guest's follow-up runs by; a version never changes. */
  @GetMapping("/diagram/{processId}/{version}.bpmn")
  ResponseEntity<String> diagram(
      @PathVariable UUID id, @PathVariable String processId, @PathVariable int version) {
    GuestId guest = new GuestId(id);
    Guests.inReach(details, guest, staff.person());
    return process
        .positionOf(guest)
        .filter(stands -> stands.processId().equals(processId) && stands.version() == version)
        .flatMap(stands -> process.diagram(processId, version))
        .map(
            xml ->
                ResponseEntity.ok()
                    .cacheControl(CacheControl.maxAge(UNCHANGING).cachePrivate())
                    .contentType(MediaType.APPLICATION_XML)
                    .body(xml))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  private @Nullable String source(@Nullable String code) {
    return campaigns.all().stream()
        .filter(campaign -> campaign.code().equals(code))
        .map(Campaigns.Campaign::source)
        .findFirst()
        .orElse(code);
  }
}
