package org.verger.attendance.web;

import java.net.URI;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.attendance.AddGathering;
import org.verger.attendance.ChangeGathering;
import org.verger.attendance.CountHeads;
import org.verger.attendance.Gathering;
import org.verger.attendance.Gatherings;
import org.verger.attendance.NewGathering;
import org.verger.deployment.RunsInRole;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;
import org.verger.validation.InvalidInputException;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Gatherings, for those who have a say over events at their units. */
@RestController
@RequestMapping("/api/v1/gatherings")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class GatheringsApi {

  private final Gatherings gatherings;
  private final Ways ways;
  private final Idempotency idempotency;
  private final Staff staff;

  GatheringsApi(Gatherings gatherings, Ways ways, Idempotency idempotency, Staff staff) {
    this.gatherings = gatherings;
    this.ways = ways;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** What can be done with gatherings. */
  @Component("gatheringWays")
  @RunsInRole(RunsInRole.API)
  record Ways(AddGathering add, ChangeGathering change, CountHeads count) {}

  /** A part of the list, the latest first. */
  record Items(List<GatheringItem> items, @Nullable String next) {}

  /** A gathering that is written down; the time as in 10:30, by the church's clock. */
  record WrittenGathering(
      @Nullable String unit,
      @Nullable String group,
      @Nullable String event,
      @Nullable String name,
      @Nullable String heldOn,
      @Nullable String startsAt,
      @Nullable Integer headcount,
      @Nullable String note) {

    NewGathering gathering() {
      return new NewGathering(
          Given.anyId(unit),
          Given.anyId(group),
          Given.anyId(event),
          Given.optional(name),
          Given.day(heldOn),
          time(startsAt),
          headcount,
          Given.optional(note));
    }
  }

  /** How many were counted; null when nobody knows. */
  record Heads(@Nullable Integer headcount) {}

  @GetMapping
  Items list(
      @ParameterObject GatheringQuery query,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<Gathering> page =
        gatherings.list(query.filter(), staff.someReach(Area.EVENTS), cursor, limit);
    return new Items(page.items().stream().map(GatheringItem::of).toList(), page.next());
  }

  /** One gathering, with its version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<GatheringItem> show(@PathVariable UUID id) {
    return answer(ResponseEntity.ok(), id);
  }

  @PostMapping
  ResponseEntity<GatheringItem> add(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody WrittenGathering asked) {
    PersonId by = staff.person();
    String id =
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("gathering", asked),
            () -> ways.add().add(by, asked.gathering()).toString());
    return answer(
        ResponseEntity.created(URI.create("/api/v1/gatherings/" + id)), UUID.fromString(id));
  }

  /** Writes it down anew; {@code If-Match} refuses what was meant for an earlier version. */
  @PutMapping("/{id}")
  ResponseEntity<GatheringItem> change(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody WrittenGathering asked) {
    ways.change().change(staff.person(), id, ETags.version(ifMatch), asked.gathering());
    return answer(ResponseEntity.ok(), id);
  }

  /** Records how many were counted. */
  @PatchMapping("/{id}")
  ResponseEntity<GatheringItem> count(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody Heads asked) {
    ways.count().count(staff.person(), id, ETags.version(ifMatch), asked.headcount());
    return answer(ResponseEntity.ok(), id);
  }

  private ResponseEntity<GatheringItem> answer(ResponseEntity.BodyBuilder answer, UUID id) {
    Gathering one = gatherings.require(id, staff.someReach(Area.EVENTS));
    return answer.eTag(ETags.of(one.version())).body(GatheringItem.of(one));
  }

  /**
   * A time of the day; null when there is none.
   *
   * @throws InvalidInputException when it cannot be read
   */
  static @Nullable LocalTime time(@Nullable String value) {
    String text = Given.text(value);
    try {
      return text.isEmpty() ? null : LocalTime.parse(text);
    } catch (DateTimeParseException wrong) {
      throw InvalidInputException.of("startsAt", "Give the time as in 10:30, or none");
    }
  }
}
