package org.verger.people.web;

import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;
import org.verger.people.HouseholdForm;
import org.verger.people.HouseholdId;
import org.verger.people.HouseholdList;
import org.verger.people.HouseholdRole;
import org.verger.people.HouseholdView;
import org.verger.people.UnknownHouseholdException;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Families, for those whose rights in the area member-data reach one of the members. */
@RestController
@RequestMapping("/api/v1/households")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class HouseholdsApi {

  private final FamilyDesk desk;
  private final Idempotency idempotency;
  private final Staff staff;

  HouseholdsApi(FamilyDesk desk, Idempotency idempotency, Staff staff) {
    this.desk = desk;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** A part of the list, by name. */
  record HouseholdsPart(List<HouseholdList.Item> items, @Nullable String next) {}

  /**
   * A family; the country has two letters.
   *
   * @param person the id of the first member, for a new one
   * @param role what the first member is in it, for a new one: head unless it says otherwise
   */
  record HouseholdBody(
      @Nullable String name,
      @Nullable String street,
      @Nullable String city,
      @Nullable String region,
      @Nullable String postalCode,
      @Nullable String country,
      @Nullable String person,
      @Nullable String role) {

    HouseholdForm form() {
      return new HouseholdForm(name, street, city, region, postalCode, country);
    }

    @Nullable PersonId first() {
      return Given.text(person).isEmpty() ? null : new PersonId(Given.id("person", person));
    }

    HouseholdRole firstRole() {
      return Given.text(role).isEmpty() ? HouseholdRole.HEAD : Filters.role(role);
    }
  }

  @GetMapping
  HouseholdsPart list(
      @RequestParam @Nullable String search,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    PersonId by = staff.person();
    Page<HouseholdList.Item> page = Filters.read(() -> desk.list().list(by, search, cursor, limit));
    return new HouseholdsPart(page.items(), page.next());
  }

  /** A family, with its version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<HouseholdView> show(@PathVariable UUID id) {
    return answer(ResponseEntity.ok(), new HouseholdId(id));
  }

  @PostMapping
  ResponseEntity<HouseholdView> enter(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody HouseholdBody body) {
    PersonId by = staff.person();
    String id =
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("household", body),
            () -> desk.enter().enter(by, body.form(), body.first(), body.firstRole()).toString());
    return answer(
        ResponseEntity.created(URI.create("/api/v1/households/" + id)),
        new HouseholdId(UUID.fromString(id)));
  }

  /** Keeps what is sent in place of the name and the address. */
  @PutMapping("/{id}")
  ResponseEntity<HouseholdView> change(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody HouseholdBody body) {
    HouseholdId family = new HouseholdId(id);
    desk.change().change(staff.person(), family, ETags.version(ifMatch), body.form());
    return answer(ResponseEntity.ok(), family);
  }

  private ResponseEntity<HouseholdView> answer(ResponseEntity.BodyBuilder answer, HouseholdId id) {
    HouseholdView family =
        desk.details()
            .find(id, staff.person())
            .orElseThrow(() -> new UnknownHouseholdException(id));
    return answer.eTag(ETags.of(family.version())).body(family);
  }
}
