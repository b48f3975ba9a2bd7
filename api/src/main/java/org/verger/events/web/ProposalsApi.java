package org.verger.events.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
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
import org.verger.events.ProposeEvent;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.PersonId;
import org.verger.organisation.UnitId;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;
import org.verger.web.Submitted;

/** Events that people propose. */
@RestController
@RequestMapping("/api/v1/requests/events")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class ProposalsApi {

  private final ProposeEvent proposeEvent;
  private final Requests requests;
  private final Idempotency idempotency;
  private final Staff staff;

  ProposalsApi(ProposeEvent proposeEvent, Requests requests, Idempotency idempotency, Staff staff) {
    this.proposeEvent = proposeEvent;
    this.requests = requests;
    this.idempotency = idempotency;
    this.staff = staff;
  }

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

  @PostMapping
  ResponseEntity<Submitted> propose(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewEvent asked) {
    PersonId by = staff.person();
    return Submitted.created(
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("event", asked),
            () -> proposeEvent.propose(by, asked.wanted()).toString()));
  }

  /** Changes a proposal that was sent back, and submits it again. */
  @PutMapping("/{id}")
  Submitted proposeAgain(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewEvent asked) {
    ETags.require(ETags.version(ifMatch), requests.require(new RequestId(id)).version());
    proposeEvent.proposeAgain(new RequestId(id), staff.person(), asked.wanted());
    return new Submitted(id, "submitted");
  }
}
