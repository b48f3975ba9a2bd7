package org.verger.approvals;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;

/** Says what comes next for a request, and opens the steps that somebody is to decide now. */
@Component
public class OpenStage {

  private final Requests requests;
  private final Steps steps;
  private final OpenStep openStep;
  private final CloseRequest close;
  private final Audit audit;

  OpenStage(Requests requests, Steps steps, OpenStep openStep, CloseRequest close, Audit audit) {
    this.requests = requests;
    this.steps = steps;
    this.openStep = openStep;
    this.close = close;
    this.audit = audit;
  }

  /** What comes next. */
  public sealed interface Next {

    /**
     * These are to be decided.
     *
     * @param steps all of one stage; never empty
     * @param round to be given back when they have been
     */
    record Decide(List<Step> steps, int round) implements Next {}

    /** The requester is to change something. */
    record Change(int round) implements Next {}

    /** All have said yes. */
    record Approved(int round) implements Next {}

    /** It was declined or withdrawn. */
    record Over(int round) implements Next {}
  }

  /**
   * Looks at the records, opens what can be opened, and says what the process is to wait for.
   *
   * @param done the round that has come to its end; null at the beginning. One that was given
   *     before changes nothing: a job can run twice.
   * @throws UnknownRequestException when there is no such request
   */
  @Transactional
  public Next next(RequestId id, @Nullable Integer done) {
    Request request = requests.lock(id);
    int round = request.round();
    if ((done == null ? 0 : done) == round) {
      round++;
      requests.beginRound(id, round);
      noteWhatWasNotDecided(request);
      if (request.status() == Status.RETURNED) {
        openStep.tellReturned(request);
      }
    }
    return switch (request.status()) {
      case SUBMITTED -> advance(request, round);
      case RETURNED -> new Next.Change(round);
      case APPROVED, DONE -> new Next.Approved(round);
      case DECLINED, WITHDRAWN -> new Next.Over(round);
    };
  }

  // A round ends when its steps are decided. One that is open all the same was completed in the
  // engine by somebody who went past us; it counts for nothing and is asked again.
  private void noteWhatWasNotDecided(Request request) {
    if (request.status() == Status.SUBMITTED) {
      steps.of(request).stream()
          .filter(step -> step.state() == Step.State.OPEN)
          .forEach(
              step ->
                  audit.record(
                      "approvals-task-completed-outside",
                      request.id().toString(),
                      null,
                      Map.of("step", step.what().role().value())));
    }
  }

  private Next advance(Request request, int round) {
    List<Step> all = steps.of(request);
    int last = all.stream().mapToInt(step -> step.what().stage()).max().orElse(0);
    Optional<Integer> stage = nextStage(all);
    while (stage.isPresent()) {
      int current = stage.get();
      all.stream()
          .filter(step -> step.what().stage() == current)
          .filter(step -> step.state() == Step.State.WAITING)
          .forEach(step -> openStep.open(request, step, current == last));
      all = steps.of(request);
      List<Step> open = all.stream().filter(step -> step.state() == Step.State.OPEN).toList();
      if (!open.isEmpty()) {
        return new Next.Decide(open, round);
      }
      stage = nextStage(all);
    }
    close.approve(request);
    return new Next.Approved(round);
  }

  private static Optional<Integer> nextStage(List<Step> steps) {
    return steps.stream()
        .filter(step -> !step.state().isYes())
        .map(step -> step.what().stage())
        .min(Comparator.naturalOrder());
  }
}
