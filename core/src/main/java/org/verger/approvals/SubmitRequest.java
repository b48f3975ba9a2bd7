package org.verger.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.PersonId;
import org.verger.processes.Processes;
import org.verger.validation.InvalidInputException;

/** Takes a request of any kind and starts its chain; the kinds call it within their own. */
@Component
public class SubmitRequest {

  private final Requests requests;
  private final Steps steps;
  private final Processes processes;
  private final Audit audit;
  private final Clock clock;

  SubmitRequest(Requests requests, Steps steps, Processes processes, Audit audit, Clock clock) {
    this.requests = requests;
    this.steps = steps;
    this.processes = processes;
    this.audit = audit;
    this.clock = clock;
  }

  /** What the processes are told. */
  record RequestNamed(String requestId) {}

  /** Keeps the request with its chain, and has its process started. */
  @Transactional(propagation = Propagation.MANDATORY)
  public RequestId submit(Draft draft) {
    Request request = request(RequestId.random(), draft);
    requests.insert(request, draft.kind().area());
    steps.insert(request.id(), request.chain(), draft.steps());
    record("approvals-submitted", request, draft.steps());
    tell(draft.kind().startMessage(), request.id());
    return request.id();
  }

  /**
   * Takes a request again that was sent back. It goes on at the step that sent it back, unless it
   * has become another question.
   *
   * @param anotherQuestion whether those who said yes so far were asked for less, or for something
   *     else
   * @throws RequestClosedException when it was not sent back
   * @throws InvalidInputException when it is not {@code by}'s
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void again(RequestId id, PersonId by, Draft draft, boolean anotherQuestion) {
    Request before = requests.lock(id);
    if (!before.parties().requester().equals(by)) {
      throw InvalidInputException.of("request", "Only who asked for it can change it");
    }
    if (before.status() != Status.RETURNED) {
      throw new RequestClosedException("Only a request that was sent back can be changed");
    }
    requests.change(request(id, draft));
    requests.move(id, Status.SUBMITTED, null);
    if (anotherQuestion || !chainOf(before).equals(draft.steps())) {
      steps.endRest(before);
      requests.beginChain(id, before.chain() + 1);
      steps.insert(id, before.chain() + 1, draft.steps());
    } else {
      steps.askAgain(before);
    }
    record("approvals-resubmitted", requests.require(id), draft.steps());
    tell("request-resubmitted", id);
  }

  private List<ChainStep> chainOf(Request request) {
    return steps.of(request).stream().map(Step::what).toList();
  }

  private Request request(RequestId id, Draft draft) {
    return new Request(
        id,
        draft.kind().code(),
        draft.unit(),
        draft.parties(),
        draft.title(),
        draft.amount(),
        draft.currency(),
        Status.SUBMITTED,
        1,
        1,
        0,
        Instant.now(clock),
        null);
  }

  private void record(String action, Request request, List<ChainStep> chain) {
    audit.record(
        action,
        request.id().toString(),
        request.parties().requester().value(),
        Map.of(
            "title",
            request.title(),
            "chain",
            chain.stream().map(step -> step.role().value()).toList()));
  }

  private void tell(String message, RequestId id) {
    processes.publish(message, id.toString(), new RequestNamed(id.toString()));
  }
}
