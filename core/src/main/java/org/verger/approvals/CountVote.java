package org.verger.approvals;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.approvals.DecideStep.Ballot;
import org.verger.approvals.DecideStep.Outcome;
import org.verger.audit.Audit;
import org.verger.organisation.PersonId;
import org.verger.processes.ProcessQueries;
import org.verger.processes.Processes;

/** Keeps a vote that may be given, and draws what follows from it. */
@Component
class CountVote {

  private final Records records;
  private final CloseRequest close;
  private final Engine engine;
  private final Audit audit;
  private final Clock clock;

  CountVote(Records records, CloseRequest close, Engine engine, Audit audit, Clock clock) {
    this.records = records;
    this.close = close;
    this.engine = engine;
    this.audit = audit;
    this.clock = clock;
  }

  /** What votes are kept in and judged by. */
  @Component
  record Records(
      Requests requests, Steps steps, Votes votes, Approvers approvers, RequestKinds kinds) {}

  /** The task of a step in the engine. */
  @Component
  record Engine(ProcessQueries queries, Processes processes) {

    long task(Request request, Step step) {
      return open(request, step).orElseThrow(TaskNotReadyException::new);
    }

    Optional<Long> open(Request request, Step step) {
      return queries.openTaskWith(request.id().toString(), "stepId", step.id().toString());
    }

    void complete(Request request, long task, boolean stageOver) {
      processes.completeTask(task, request.id().toString(), new StageOver(stageOver));
    }
  }

  /** Completes a task. */
  record StageOver(boolean stageOver) {}

  /** What a ballot comes to that is too late, or was given before. */
  Optional<Outcome> before(Request request, Step step, Ballot ballot) {
    List<Votes.Vote> given = records.votes().of(step);
    boolean same =
        given.stream()
            .anyMatch(v -> v.by().equals(ballot.by()) && v.decision() == ballot.decision());
    if (same) {
      return Optional.of(new Outcome.SaidBefore(request.id()));
    }
    if (step.state() == Step.State.OPEN
        && request.status() == Status.SUBMITTED
        && step.chain() == request.chain()) {
      return Optional.empty();
    }
    Votes.Vote last = given.isEmpty() ? null : given.getLast();
    return Optional.of(
        new Outcome.TooLate(
            request.id(),
            last == null ? null : last.by(),
            last == null ? null : last.decision(),
            step.state()));
  }

  Outcome count(Request request, Step step, Ballot ballot, @Nullable PersonId onBehalf) {
    long task = engine.task(request, step);
    String comment = ballot.comment() == null ? "" : ballot.comment().strip();
    records
        .votes()
        .insert(
            step,
            new Votes.Vote(ballot.by(), onBehalf, ballot.decision(), clock.instant()),
            comment.isEmpty() ? null : comment);
    note(request, step, ballot, onBehalf);
    return switch (ballot.decision()) {
      case APPROVE -> approved(request, step, ballot.by(), task);
      case DECLINE -> declined(request, step, ballot.by(), task);
      case RETURN -> returned(request, step, ballot.by(), task);
    };
  }

  private Outcome approved(Request request, Step step, PersonId by, long task) {
    int yes = yes(step);
    if (yes < step.what().quorum()) {
      return new Outcome.Counted(request.id(), yes, step.what().quorum());
    }
    records.steps().decide(step, Step.State.APPROVED, by, clock.instant());
    engine.complete(request, task, false);
    if (records.steps().of(request).stream().allMatch(one -> one.state().isYes())) {
      close.approve(request);
    }
    return new Outcome.Decided(request.id());
  }

  // Of a board one no is one vote; it decides once those who have not voted cannot make the quorum.
  private Outcome declined(Request request, Step step, PersonId by, long task) {
    if (step.what().quorum() > 1 && yes(step) + unheard(request, step) >= step.what().quorum()) {
      return new Outcome.Counted(request.id(), yes(step), step.what().quorum());
    }
    records.steps().decide(step, Step.State.DECLINED, by, clock.instant());
    close.drop(request, Status.DECLINED);
    engine.complete(request, task, true);
    return new Outcome.Decided(request.id());
  }

  private Outcome returned(Request request, Step step, PersonId by, long task) {
    records.steps().decide(step, Step.State.RETURNED, by, clock.instant());
    records.requests().move(request.id(), Status.RETURNED, null);
    engine.complete(request, task, true);
    return new Outcome.Decided(request.id());
  }

  private int yes(Step step) {
    return (int)
        records.votes().of(step).stream()
            .filter(vote -> vote.decision() == Decision.APPROVE)
            .count();
  }

  private long unheard(Request request, Step step) {
    Set<PersonId> heard =
        records.votes().of(step).stream()
            .map(vote -> vote.onBehalf() == null ? vote.by() : vote.onBehalf())
            .collect(java.util.stream.Collectors.toSet());
    return records
        .approvers()
        .holdersOf(step.groups().stream().map(Step.Group::group).toList(), request.parties())
        .stream()
        .filter(person -> !heard.contains(person))
        .count();
  }

  private void note(Request request, Step step, Ballot ballot, @Nullable PersonId onBehalf) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("step", step.what().role().value());
    detail.put("decision", ballot.decision().code());
    detail.put("comment", ballot.comment() == null ? "" : ballot.comment().strip());
    detail.put("route", ballot.route());
    detail.put("version", request.version());
    detail.put("shown", shown(request));
    audit.record(
        "approvals-decided",
        request.id().toString(),
        ballot.by().value(),
        onBehalf == null ? null : onBehalf.value(),
        detail);
  }

  private Map<String, String> shown(Request request) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("Title", request.title());
    records.kinds().of(request).facts(request.id()).forEach(f -> shown.put(f.label(), f.value()));
    return shown;
  }
}
