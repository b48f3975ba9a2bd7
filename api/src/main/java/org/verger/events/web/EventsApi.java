package org.verger.events.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.events.ChangeEvent;
import org.verger.events.Event;
import org.verger.events.EventList;
import org.verger.organisation.Area;
import org.verger.paging.Page;
import org.verger.web.ETags;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Events: published ones for everybody of the church, proposed ones for who has a say there. */
@RestController
@RequestMapping("/api/v1/events")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class EventsApi {

  private final EventList events;
  private final ChangeEvent changeEvent;
  private final Staff staff;

  EventsApi(EventList events, ChangeEvent changeEvent, Staff staff) {
    this.events = events;
    this.changeEvent = changeEvent;
    this.staff = staff;
  }

  /** A part of the list, the next first. */
  record EventItems(List<EventItem> items, @Nullable String next) {}

  /** An event; not published while people decide on it. */
  record EventItem(
      UUID id,
      @Nullable UUID request,
      UUID unit,
      String title,
      @Nullable String description,
      @Nullable String place,
      Instant startsAt,
      Instant endsAt,
      @Nullable Instant publishedAt,
      int version) {

    static EventItem of(Event event) {
      return new EventItem(
          event.id(),
          event.request(),
          event.unit().value(),
          event.title(),
          event.description(),
          event.place(),
          event.startsAt(),
          event.endsAt(),
          event.publishedAt(),
          event.version());
    }
  }

  /** What is to be said of an event; times as ISO 8601 with their offset. */
  record EventChange(
      @Nullable String title,
      @Nullable String description,
      @Nullable String place,
      @Nullable String startsAt,
      @Nullable String endsAt) {

    ChangeEvent.Wanted wanted() {
      return new ChangeEvent.Wanted(
          title,
          Given.optional(description),
          Given.optional(place),
          Given.instant("startsAt", startsAt),
          Given.instant("endsAt", endsAt));
    }
  }

  /** Lists events; without a first and a last day those that are not over yet. */
  @GetMapping
  EventItems list(
      @ParameterObject EventQuery query,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    staff.person();
    Page<Event> page = events.list(query.filter(), staff.reach(Area.EVENTS), cursor, limit);
    return new EventItems(page.items().stream().map(EventItem::of).toList(), page.next());
  }

  /** One event, with its version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<EventItem> show(@PathVariable UUID id) {
    staff.person();
    Event event = events.require(id, staff.reach(Area.EVENTS));
    return ResponseEntity.ok().eTag(ETags.of(event.version())).body(EventItem.of(event));
  }

  /** Changes what is said of it; {@code If-Match} refuses what was meant for another version. */
  @PutMapping("/{id}")
  ResponseEntity<EventItem> change(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody EventChange asked) {
    changeEvent.change(staff.person(), id, ETags.version(ifMatch), asked.wanted());
    return show(id);
  }
}
