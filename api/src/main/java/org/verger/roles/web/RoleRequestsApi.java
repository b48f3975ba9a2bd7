package org.verger.roles.web;

import java.util.Locale;
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
import org.verger.idempotency.Idempotency;
import org.verger.organisation.PersonId;
import org.verger.organisation.Role;
import org.verger.organisation.UnitId;
import org.verger.roles.AskForRole;
import org.verger.validation.InvalidInputException;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;
import org.verger.web.Submitted;

/** Requests that somebody be given a role. */
@RestController
@RequestMapping("/api/v1/requests/roles")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class RoleRequestsApi {

  private final AskForRole askForRole;
  private final Requests requests;
  private final Idempotency idempotency;
  private final Staff staff;

  RoleRequestsApi(AskForRole askForRole, Requests requests, Idempotency idempotency, Staff staff) {
    this.askForRole = askForRole;
    this.requests = requests;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** Who is to be given which role at which unit; ids of person and unit. */
  record NewRole(
      @Nullable String person,
      @Nullable String role,
      @Nullable String unit,
      @Nullable String reason) {

    AskForRole.Wanted wanted() {
      return new AskForRole.Wanted(
          new PersonId(Given.id("person", person)),
          parsed(role),
          new UnitId(Given.id("unit", unit)),
          Given.optional(reason));
    }
  }

  private static Role parsed(@Nullable String value) {
    try {
      return new Role(Given.text(value).toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException wrong) {
      throw InvalidInputException.of("role", String.valueOf(wrong.getMessage()));
    }
  }

  @PostMapping
  ResponseEntity<Submitted> ask(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewRole asked) {
    PersonId by = staff.person();
    return Submitted.created(
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("role", asked),
            () -> askForRole.ask(by, asked.wanted()).toString()));
  }

  /** Changes a request that was sent back, and submits it again. */
  @PutMapping("/{id}")
  Submitted askAgain(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewRole asked) {
    ETags.require(ETags.version(ifMatch), requests.require(new RequestId(id)).version());
    askForRole.askAgain(new RequestId(id), staff.person(), asked.wanted());
    return new Submitted(id, "submitted");
  }
}
