package org.verger.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.verger.audit.Audit;
import org.verger.organisation.PersonId;

/** Opens one step for those who may decide it, in the transaction that is open. */
@Component
class OpenStep {

  private final Approvers approvers;
  private final Parts parts;
  private final Notices notices;
  private final Audit audit;
  private final Clock clock;

  OpenStep(Approvers approvers, Parts parts, Notices notices, Audit audit, Clock clock) {
    this.approvers = approvers;
    this.parts = parts;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a step is kept with. */
  @Component
  record Parts(Steps steps, Votes votes, ApprovalSettings settings) {}

  /**
   * Opens the step, or counts it as said.
   *
   * @param last whether no other stage follows
   */
  void open(Request request, Step step, boolean last) {
    switch (opening(request, step, last)) {
      case Opening.Asked asked -> ask(request, step, asked.seat());
      case Opening.Submitted submitted ->
          skip(request, step, request.parties().requester(), "submitted");
      case Opening.Decided decided -> skip(request, step, decided.by(), "said-yes-before");
      case Opening.Nobody nobody -> leaveVacant(request, step);
    }
  }

  /** Tells the requester that something is to be changed. */
  void tellReturned(Request request) {
    notices.news(request.parties().requester(), request, request.status().code());
  }

  private Opening opening(Request request, Step step, boolean last) {
    return approvers.open(
        step.what(), request.unit(), request.parties(), parts.votes().saidYes(request), last);
  }

  private void ask(Request request, Step step, Seat seat) {
    Instant now = clock.instant();
    parts.steps().open(step, seat.group(), now, dueAt(now));
    seat.people().forEach(person -> notices.task(person, request, step.id(), "task"));
    audit.record(
        "approvals-asked",
        request.id().toString(),
        null,
        Map.of("step", step.what().role().value(), "of", seat.group().role().value()));
  }

  private void skip(Request request, Step step, PersonId by, String why) {
    parts.steps().decide(step, Step.State.SKIPPED, by, clock.instant());
    audit.record(
        "approvals-step-counted",
        request.id().toString(),
        by.value(),
        Map.of("step", step.what().role().value(), "why", why));
  }

  private void leaveVacant(Request request, Step step) {
    Instant now = clock.instant();
    parts.steps().open(step, null, now, dueAt(now));
    audit.record(
        "approvals-vacant",
        request.id().toString(),
        null,
        Map.of("step", step.what().role().value()));
  }

  private Instant dueAt(Instant now) {
    return now.plus(parts.settings().current().reminder());
  }

  /**
   * Looks again for those who may decide an open step, after roles have changed.
   *
   * @return whether it now has somebody
   */
  boolean seatAgain(Request request, Step step, boolean last) {
    if (!(opening(request, step, last) instanceof Opening.Asked asked)) {
      return false;
    }
    parts.steps().askOnly(step, asked.seat().group(), clock.instant());
    asked.seat().people().forEach(person -> notices.task(person, request, step.id(), "task"));
    audit.record(
        "approvals-asked",
        request.id().toString(),
        null,
        Map.of("step", step.what().role().value(), "of", asked.seat().group().role().value()));
    return true;
  }
}
