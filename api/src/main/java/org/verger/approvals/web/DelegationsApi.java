package org.verger.approvals.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.approvals.Delegations;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.PersonId;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Who decides in whose place, while somebody is away. */
@RestController
@RequestMapping("/api/v1/delegations")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class DelegationsApi {

  private final Delegations delegations;
  private final Staff staff;

  DelegationsApi(Delegations delegations, Staff staff) {
    this.delegations = delegations;
    this.staff = staff;
  }

  /** A list. */
  record Items<T>(List<T> items) {}

  /**
   * A delegation.
   *
   * @param person in whose place
   * @param delegate who decides
   */
  record Item(
      UUID id,
      UUID person,
      String personName,
      UUID delegate,
      String delegateName,
      Instant since,
      Instant until) {

    static Item of(Delegations.Delegation one) {
      return new Item(
          one.id(),
          one.personId().value(),
          one.person(),
          one.delegateId().value(),
          one.delegate(),
          one.since(),
          one.until());
    }
  }

  /** Who decides in one's place, and when; the person's id, times as ISO 8601 with their offset. */
  record NewDelegation(@Nullable String delegate, @Nullable String since, @Nullable String until) {}

  /** A delegation that was given. */
  record Delegated(UUID id) {}

  /** Those that count now or later: what one gave, and what was given to one. */
  @GetMapping
  Items<Item> mine() {
    return new Items<>(delegations.of(staff.person()).stream().map(Item::of).toList());
  }

  @PostMapping
  ResponseEntity<Delegated> delegate(@RequestBody NewDelegation asked) {
    UUID id =
        delegations.delegate(
            staff.person(),
            new PersonId(Given.id("delegate", asked.delegate())),
            Given.instant("since", asked.since()),
            Given.instant("until", asked.until()));
    return ResponseEntity.created(URI.create("/api/v1/delegations/" + id)).body(new Delegated(id));
  }

  /** Ends one that one gave. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@PathVariable UUID id) {
    if (!delegations.end(staff.person(), id)) {
      throw new UnknownRequestException(id.toString());
    }
  }
}
