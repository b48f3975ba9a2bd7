package org.verger.people.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;
import org.verger.people.HouseholdId;
import org.verger.people.PersonCard;
import org.verger.people.PersonView;
import org.verger.people.UnknownPersonException;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;

/** The people of the church, for those whose rights in the area people reach their unit. */
@RestController
@RequestMapping("/api/v1/people")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class PeopleApi {

  private final PeopleDesk desk;
  private final Idempotency idempotency;
  private final Staff staff;

  PeopleApi(PeopleDesk desk, Idempotency idempotency, Staff staff) {
    this.desk = desk;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** A part of the list, by family name. */
  record PeoplePart(List<PersonCard> items, @Nullable String next) {}

  /** The family that somebody is moved into; the role is head, spouse, child or other. */
  record FamilyBody(@Nullable String household, @Nullable String role) {}

  /**
   * Those who fit {@code search}, {@code unit}, {@code membership}, {@code active}, {@code group},
   * {@code inactive}.
   */
  @GetMapping
  PeoplePart list(
      @RequestParam @Nullable String search,
      @RequestParam @Nullable String unit,
      @RequestParam @Nullable String membership,
      @RequestParam @Nullable String active,
      @RequestParam @Nullable String group,
      @RequestParam @Nullable String inactive,
      @Parameter(hidden = true) @RequestParam Map<String, String> all,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    PersonId by = staff.person();
    Page<PersonCard> page =
        Filters.read(() -> desk.list().list(by, Filters.people(all), cursor, limit));
    return new PeoplePart(page.items(), page.next());
  }

  /** A person, with their version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<PersonAnswer> show(@PathVariable UUID id) {
    return answer(ResponseEntity.ok(), new PersonId(id));
  }

  @PostMapping
  ResponseEntity<PersonAnswer> enter(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody PersonBody body) {
    PersonId by = staff.person();
    String id =
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("person", body),
            () -> desk.enter().enter(by, body.form()).toString());
    return answer(ResponseEntity.created(URI.create("/api/v1/people/" + id)), PersonId.parse(id));
  }

  /** Keeps what is sent in place of all that was known, the family aside. */
  @PutMapping("/{id}")
  ResponseEntity<PersonAnswer> change(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody PersonBody body) {
    desk.change().change(staff.person(), new PersonId(id), ETags.version(ifMatch), body.form());
    return answer(ResponseEntity.ok(), new PersonId(id));
  }

  /** Moves somebody into a family. */
  @PutMapping("/{id}/household")
  ResponseEntity<PersonAnswer> join(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody FamilyBody body) {
    desk.move()
        .join(
            staff.person(),
            new PersonId(id),
            ETags.version(ifMatch),
            new HouseholdId(Given.id("household", body.household())),
            Filters.role(body.role()));
    return answer(ResponseEntity.ok(), new PersonId(id));
  }

  /** Takes somebody out of their family. */
  @DeleteMapping("/{id}/household")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void leave(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    desk.move().leave(staff.person(), new PersonId(id), ETags.version(ifMatch));
  }

  private ResponseEntity<PersonAnswer> answer(ResponseEntity.BodyBuilder answer, PersonId id) {
    PersonView person =
        desk.details().find(id, staff.person()).orElseThrow(() -> new UnknownPersonException(id));
    return answer.eTag(ETags.of(person.version())).body(PersonAnswer.of(person));
  }
}
