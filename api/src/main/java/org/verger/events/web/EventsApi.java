package org.verger.events.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.approvals.RequestId;
import org.verger.approvals.Requests;
import org.verger.deployment.RunsInRole;
import org.verger.events.Event;
import org.verger.events.Events;
import org.verger.events.ProposeEvent;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.web.ETags;
import org.verger.web.Given;
import org.verger.web.Staff;
import org.verger.web.Submitted;

/** Events that people propose, and those that were published. */
@RestController
@RequestMapping("/api/v1")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class EventsApi {

  private final ProposeEvent proposeEvent;
  private final Events events;
  private final Requests requests;
  private final Idempotency idempotency;
  private final Staff staff;

  EventsApi(
      ProposeEvent proposeEvent,
      Events events,
      Requests requests,
      Idempotency idempotency,
      Staff staff) {
    this.proposeEvent = proposeEvent;
    this.events = events;
    this.requests = requests;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** A list. */
  record Items<T>(List<T> items) {}

  /** What somebody proposes; the unit's id, times as ISO 8601 with their offset. */
  record NewEvent(
      @Nullable String unit,
      @Nullable String title,
      @Nullable String description,
      @Nullable String place,
      @Nullable String startsAt,
      @Nullable String endsAt) {

    ProposeEvent.Wanted wanted() {
      return new ProposeEvent.Wanted(
          new UnitId(Given.id("unit", unit)),
          Given.text(title),
          Given.optional(description),
          Given.optional(place),
          Given.instant("startsAt", startsAt),
          Given.instant("endsAt", endsAt));
    }
  }

  /** An event that was published. */
  record EventItem(
      UUID id,
      UUID unit,
      String title,
      @Nullable String description,
      @Nullable String place,
      Instant startsAt,
      Instant endsAt) {

    static EventItem of(Event event) {
      return new EventItem(
          event.id(),
          event.unit().value(),
          event.title(),
          event.description(),
          event.place(),
          event.startsAt(),
          event.endsAt());
    }
  }

  @PostMapping("/requests/events")
  ResponseEntity<Submitted> propose(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewEvent asked) {
    PersonId by = staff.person();
    return Submitted.created(
        idempotency.once(
            by.value(),
            key,
            "event " + asked,
            () -> proposeEvent.propose(by, asked.wanted()).toString()));
  }

  /** Changes a proposal that was sent back, and submits it again. */
  @PutMapping("/requests/events/{id}")
  Submitted proposeAgain(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewEvent asked) {
    ETags.require(ETags.version(ifMatch), requests.require(new RequestId(id)).version());
    proposeEvent.proposeAgain(new RequestId(id), staff.person(), asked.wanted());
    return new Submitted(id, "submitted");
  }

  /** The published events to come, the next first. */
  @GetMapping("/events")
  Items<EventItem> events() {
    staff.person();
    return new Items<>(events.published().stream().map(EventItem::of).toList());
  }
}
