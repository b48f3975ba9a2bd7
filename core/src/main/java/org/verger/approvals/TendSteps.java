package org.verger.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.CandidateGroup;
import org.verger.organisation.PersonId;

/**
 * What happens to steps that nobody decides. It looks at the records each time, so a decision that
 * the engine has not heard of yet is never overridden.
 */
@Component
public class TendSteps {

  private final CountVote.Records records;
  private final CountVote.Engine engine;
  private final Reminders reminders;
  private final Audit audit;
  private final Clock clock;

  TendSteps(
      CountVote.Records records,
      CountVote.Engine engine,
      Reminders reminders,
      Audit audit,
      Clock clock) {
    this.records = records;
    this.engine = engine;
    this.reminders = reminders;
    this.audit = audit;
    this.clock = clock;
  }

  /** When and how people are reminded. */
  @Component
  record Reminders(ApprovalSettings settings, Notices notices) {}

  /** Reminds those who have been asked for so long, unless it is time to ask the next one up. */
  @Transactional
  public void remind(RequestId id) {
    ApprovalSettings.Values settings = reminders.settings().current();
    Instant now = clock.instant();
    Request request = records.requests().lock(id);
    completeDecided(request);
    open(request).stream()
        .filter(step -> !now.isBefore(askedAt(step).plus(settings.reminder())))
        .filter(step -> now.isBefore(askedAt(step).plus(settings.escalation())))
        .forEach(step -> remind(request, step, now));
  }

  private void remind(Request request, Step step, Instant now) {
    people(request, step)
        .forEach(person -> reminders.notices().task(person, request, step.id(), "reminder"));
    records.steps().reminded(step.id(), now);
    note("approvals-reminded", request, step, Map.of());
  }

  /** Asks one level up where nobody has answered for so long; those below still may decide. */
  @Transactional
  public void escalate(RequestId id) {
    ApprovalSettings.Values settings = reminders.settings().current();
    Instant now = clock.instant();
    Request request = records.requests().lock(id);
    completeDecided(request);
    open(request).stream()
        .filter(step -> step.what().quorum() == 1)
        .filter(step -> !now.isBefore(askedAt(step).plus(settings.escalation())))
        .forEach(step -> escalate(request, step, now.plus(settings.reminder())));
  }

  private void escalate(Request request, Step step, Instant dueAt) {
    above(request, step)
        .ifPresent(
            seat -> {
              records.steps().escalate(step, seat.group(), clock.instant(), dueAt);
              seat.people()
                  .forEach(
                      person -> reminders.notices().task(person, request, step.id(), "escalation"));
              tellEngine(request, step);
              note("approvals-escalated", request, step, Map.of("to", seat.group().role().value()));
            });
  }

  private Optional<Seat> above(Request request, Step step) {
    Optional<CandidateGroup> highest =
        step.groups().isEmpty() ? Optional.empty() : Optional.of(step.groups().getLast().group());
    return highest.flatMap(
        group -> {
          Set<PersonId> asked = new HashSet<>(people(request, step));
          asked.addAll(records.votes().saidYes(request));
          return records.approvers().above(group, request.parties(), asked);
        });
  }

  private void tellEngine(Request request, Step step) {
    Step now = records.steps().find(step.id()).orElseThrow();
    engine
        .open(request, step)
        .ifPresent(
            task -> engine.processes().assignTask(task, request.id().toString(), now.groupNames()));
  }

  // A word to the engine may have met a task that was being replaced; then this one still waits.
  private void completeDecided(Request request) {
    List<Step> steps = records.steps().of(request);
    boolean over = request.status() != Status.SUBMITTED;
    steps.stream()
        .filter(step -> over || step.state() == Step.State.APPROVED)
        .forEach(
            step ->
                engine.open(request, step).ifPresent(task -> engine.complete(request, task, over)));
  }

  private List<Step> open(Request request) {
    return request.status() != Status.SUBMITTED
        ? List.of()
        : records.steps().of(request).stream()
            .filter(step -> step.state() == Step.State.OPEN)
            .toList();
  }

  private Set<PersonId> people(Request request, Step step) {
    PersonId only = step.reassignedTo();
    return only != null
        ? Set.of(only)
        : records
            .approvers()
            .holdersOf(step.groups().stream().map(Step.Group::group).toList(), request.parties());
  }

  private static Instant askedAt(Step step) {
    Instant asked = step.askedAt();
    return asked == null ? Instant.MAX : asked;
  }

  private void note(String action, Request request, Step step, Map<String, String> more) {
    Map<String, Object> detail = new java.util.LinkedHashMap<>(more);
    detail.put("step", step.what().role().value());
    audit.record(action, request.id().toString(), null, detail);
  }
}
