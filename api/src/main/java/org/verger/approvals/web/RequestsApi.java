package org.verger.approvals.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.approvals.AddToRequest;
import org.verger.approvals.ExecuteRequest;
import org.verger.approvals.Request;
import org.verger.approvals.RequestDetails;
import org.verger.approvals.RequestId;
import org.verger.approvals.RequestKind;
import org.verger.approvals.RequestKinds;
import org.verger.approvals.WithdrawRequest;
import org.verger.audit.AuditEntry;
import org.verger.deployment.RunsInRole;
import org.verger.money.Money;
import org.verger.web.ETags;
import org.verger.web.Given;
import org.verger.web.Staff;

/** Requests of all kinds: where they stand, and what happened to them. */
@RestController
@RequestMapping("/api/v1/requests")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class RequestsApi {

  private final RequestDetails details;
  private final RequestKinds kinds;
  private final WithdrawRequest withdraw;
  private final Changes changes;
  private final Staff staff;

  RequestsApi(
      RequestDetails details,
      RequestKinds kinds,
      WithdrawRequest withdraw,
      Changes changes,
      Staff staff) {
    this.details = details;
    this.kinds = kinds;
    this.withdraw = withdraw;
    this.changes = changes;
    this.staff = staff;
  }

  /** What else can be done to a request. */
  @org.springframework.stereotype.Component
  record Changes(AddToRequest add, ExecuteRequest execute) {}

  /** A list. */
  record Items<T>(List<T> items) {}

  /** A request as lists show it. */
  record Item(
      UUID id,
      String kind,
      String title,
      String status,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      Instant submittedAt) {}

  /**
   * A request.
   *
   * @param status submitted, returned, approved, then released, assigned or published; or declined,
   *     withdrawn
   * @param queued whether the engine has still to hear of what was decided
   * @param failures what could not be done, and who looks after it
   */
  record Full(
      UUID id,
      String kind,
      String title,
      String status,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      Instant submittedAt,
      @Nullable Instant endedAt,
      String requester,
      String unit,
      List<RequestKind.Fact> facts,
      List<RequestDetails.StepView> steps,
      List<RequestDetails.Comment> comments,
      List<RequestDetails.Attachment> attachments,
      boolean queued,
      List<RequestDetails.Failure> failures) {

    static Full of(RequestDetails.View view) {
      Request request = view.request();
      return new Full(
          request.id().value(),
          request.kind(),
          request.title(),
          view.status(),
          RequestsApi.amount(request),
          request.currency(),
          request.submittedAt(),
          request.endedAt(),
          view.requester(),
          view.unit(),
          view.facts(),
          view.steps(),
          view.comments(),
          view.attachments(),
          view.queued(),
          view.failures());
    }
  }

  /** A line of the story. */
  record Told(
      Instant at,
      String action,
      @Nullable String person,
      @Nullable String onBehalf,
      @Nullable String origin,
      Map<String, Object> detail) {

    static Told of(AuditEntry entry) {
      return new Told(
          entry.at(),
          entry.action(),
          entry.person(),
          entry.onBehalf(),
          entry.origin(),
          entry.detail());
    }
  }

  /** A remark. */
  record NewComment(@Nullable String comment) {}

  /** Whether there was something to try again. */
  record Retried(boolean retried) {}

  /** What whoever is signed in asked for, the newest first. */
  @GetMapping
  Items<Item> mine() {
    return new Items<>(details.madeBy(staff.person()).stream().map(this::item).toList());
  }

  private Item item(Request request) {
    return new Item(
        request.id().value(),
        request.kind(),
        request.title(),
        kinds.statusOf(request),
        amount(request),
        request.currency(),
        request.submittedAt());
  }

  private static @Nullable BigDecimal amount(Request request) {
    Long amount = request.amount();
    String currency = request.currency();
    return amount == null || currency == null ? null : Money.ofMinor(amount, currency).amount();
  }

  /** A request, with its version as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<Full> show(@PathVariable UUID id) {
    RequestDetails.View view = details.show(new RequestId(id), staff.person());
    return ResponseEntity.ok().eTag(ETags.of(view.request().version())).body(Full.of(view));
  }

  /** What happened to it, from the beginning. */
  @GetMapping("/{id}/story")
  Items<Told> story(@PathVariable UUID id) {
    return new Items<>(
        details.story(new RequestId(id), staff.person()).stream().map(Told::of).toList());
  }

  @PostMapping("/{id}/withdrawal")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@PathVariable UUID id) {
    withdraw.withdraw(seen(id), staff.person());
  }

  @PostMapping("/{id}/comments")
  @ResponseStatus(HttpStatus.CREATED)
  void comment(@PathVariable UUID id, @RequestBody NewComment comment) {
    changes.add().comment(new RequestId(id), staff.person(), Given.text(comment.comment()));
  }

  /** Has tried again what could not be done; for those who look after the system. */
  @PostMapping("/{id}/retry")
  Retried retry(@PathVariable UUID id) {
    return new Retried(changes.execute().retry(seen(id), staff.person()));
  }

  // Who may not see a request does not learn that it is there.
  private RequestId seen(UUID id) {
    return details.show(new RequestId(id), staff.person()).request().id();
  }
}
