package org.verger.giving.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.verger.deployment.RunsInRole;
import org.verger.giving.ChangeFunds;
import org.verger.giving.Fund;
import org.verger.giving.Funds;
import org.verger.idempotency.Idempotency;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.web.ETags;
import org.verger.web.Fingerprints;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Funds: read by those with a say over some money, changed by those with a say over all. */
@RestController
@RequestMapping("/api/v1/funds")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class FundsApi {

  private final Funds funds;
  private final ChangeFunds changeFunds;
  private final Idempotency idempotency;
  private final Staff staff;

  FundsApi(Funds funds, ChangeFunds changeFunds, Idempotency idempotency, Staff staff) {
    this.funds = funds;
    this.changeFunds = changeFunds;
    this.idempotency = idempotency;
    this.staff = staff;
  }

  /** All funds, those that take gifts first. */
  record FundItems(List<Fund> items) {}

  /** A fund that is added; without a code it gets one that is made of its name. */
  record NewFund(@Nullable String name, @Nullable String code) {}

  /** What is to be changed; what is left out stays. */
  record FundChange(@Nullable String name, @Nullable Boolean active) {}

  @GetMapping
  FundItems list() {
    staff.someReach(Area.MONEY);
    return new FundItems(funds.all());
  }

  /** One fund, with its version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<Fund> show(@PathVariable UUID id) {
    staff.someReach(Area.MONEY);
    return answer(ResponseEntity.ok(), funds.require(id));
  }

  @PostMapping
  ResponseEntity<Fund> add(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody NewFund asked) {
    PersonId by = staff.person();
    String id =
        idempotency.once(
            by.value(),
            key,
            Fingerprints.of("fund", asked),
            () ->
                changeFunds
                    .add(by, Given.text(asked.name()), Given.optional(asked.code()))
                    .id()
                    .toString());
    return answer(
        ResponseEntity.created(URI.create("/api/v1/funds/" + id)),
        funds.require(UUID.fromString(id)));
  }

  /** Renames it, closes it to new gifts or opens it again. */
  @PatchMapping("/{id}")
  ResponseEntity<Fund> change(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody FundChange asked) {
    PersonId by = staff.person();
    Fund before = funds.require(id);
    String name = asked.name();
    Boolean active = asked.active();
    return answer(
        ResponseEntity.ok(),
        changeFunds.change(
            by,
            id,
            ETags.version(ifMatch),
            name == null ? before.name() : name,
            active == null ? before.active() : active));
  }

  private static ResponseEntity<Fund> answer(ResponseEntity.BodyBuilder answer, Fund fund) {
    return answer.eTag(ETags.of(fund.version())).body(fund);
  }
}
