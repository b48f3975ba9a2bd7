package org.verger.giving.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
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
import org.verger.giving.ChangeContribution;
import org.verger.giving.Contribution;
import org.verger.giving.Contributions;
import org.verger.giving.EnterContribution;
import org.verger.giving.NewGift;
import org.verger.giving.TakeBackContribution;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.organisation.Reach;
import org.verger.paging.Page;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Gifts, for those who have a say over money at their units. */
@RestController
@RequestMapping("/api/v1/contributions")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class ContributionsApi {

  private final Contributions contributions;
  private final Ways ways;
  private final Idempotency idempotency;
  private final Staff staff;

  ContributionsApi(Contributions contributions, Ways ways, Idempotency idempotency, Staff staff) {
    this.contributions = contributions;
    this.ways = ways;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** What can be done with gifts. */
  @Component("givingWays")
  @RunsInRole(RunsInRole.API)
  record Ways(EnterContribution enter, ChangeContribution change, TakeBackContribution takeBack) {}

  /** A part of the list, the latest first. */
  record Items(List<ContributionItem> items, @Nullable String next) {}

  /** What all gifts of a list come to in a currency; the sum in major units. */
  record Total(BigDecimal sum, String currency, long count) {

    static Total of(Contributions.Total total) {
      return new Total(
          total.sum().amount(), total.sum().currency().getCurrencyCode(), total.count());
    }
  }

  /** What they come to in each currency. */
  record Totals(List<Total> items) {}

  /**
   * A gift that is written down.
   *
   * @param person its giver's id; left out when it was given anonymously
   * @param amount in major units
   * @param currency left out for the church's own
   * @param method cash, cheque, card, transfer, online or other
   */
  record NewContribution(
      @Nullable String person,
      @Nullable String fund,
      @Nullable String unit,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      @Nullable String givenOn,
      @Nullable String method,
      @Nullable String reference,
      @Nullable String note) {

    NewGift gift() {
      return new NewGift(
          Given.anyId(person),
          Given.anyId(fund),
          Given.anyId(unit),
          amount,
          Given.optional(currency),
          Given.day(givenOn),
          Given.optional(method),
          Given.optional(reference),
          Given.optional(note));
    }
  }

  /** Why a gift is taken back. */
  record Reason(@Nullable String reason) {}

  @GetMapping
  Items list(
      @ParameterObject GiftQuery query,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<Contribution> page = contributions.list(query.filter(), reach(), cursor, limit);
    return new Items(page.items().stream().map(ContributionItem::of).toList(), page.next());
  }

  /** What all gifts come to that the list would show with the same filters. */
  @GetMapping("/totals")
  Totals totals(@ParameterObject GiftQuery query) {
    return new Totals(
        contributions.totals(query.filter(), reach()).stream().map(Total::of).toList());
  }

  /** One gift, with its version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<ContributionItem> show(@PathVariable long id) {
    Contribution gift = contributions.require(id, reach());
    return ResponseEntity.ok().eTag(ETags.of(gift.version())).body(ContributionItem.of(gift));
  }

  @PostMapping
  ResponseEntity<ContributionItem> enter(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewContribution asked) {
    PersonId by = staff.person();
    return created(
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("contribution", asked),
            () -> Long.toString(ways.enter().enter(by, asked.gift()))));
  }

  /** Writes it down anew; {@code If-Match} refuses what was meant for an earlier version. */
  @PutMapping("/{id}")
  ResponseEntity<ContributionItem> change(
      @PathVariable long id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewContribution asked) {
    ways.change().change(staff.person(), id, ETags.version(ifMatch), asked.gift());
    return show(id);
  }

  /** Takes it back: answers with the negative gift that makes up for it. */
  @PostMapping("/{id}/take-back")
  ResponseEntity<ContributionItem> takeBack(
      @PathVariable long id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody Reason asked) {
    PersonId by = staff.person();
    return created(
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("take-back " + id, asked),
            () ->
                Long.toString(
                    ways.takeBack()
                        .takeBack(by, id, ETags.version(ifMatch), Given.text(asked.reason())))));
  }

  private ResponseEntity<ContributionItem> created(String id) {
    Contribution gift = contributions.require(Long.parseLong(id), reach());
    return ResponseEntity.created(URI.create("/api/v1/contributions/" + id))
        .eTag(ETags.of(gift.version()))
        .body(ContributionItem.of(gift));
  }

  private Reach reach() {
    return staff.someReach(Area.MONEY);
  }
}
