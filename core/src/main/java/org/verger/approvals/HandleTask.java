package org.verger.approvals;

import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.audit.Audit;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.validation.InvalidInputException;

/** Who of those that may decide a step does: claiming, releasing and reassigning it. */
@Component
public class HandleTask {

  private final Requests requests;
  private final Steps steps;
  private final Authority authority;
  private final Assignees assignees;
  private final Audit audit;

  HandleTask(
      Requests requests, Steps steps, Authority authority, Assignees assignees, Audit audit) {
    this.requests = requests;
    this.steps = steps;
    this.authority = authority;
    this.assignees = assignees;
    this.audit = audit;
  }

  /** Who can be given a step, and who may give it. */
  @Component
  record Assignees(Access access, Approvers approvers, Votes votes, Notices notices) {

    boolean fits(Request request, Step step, PersonId person) {
      return approvers.mayStandIn(step.what(), request.unit(), request.parties(), person)
          && !votes.saidYes(request).contains(person);
    }
  }

  /**
   * Takes a step on, so that the others know.
   *
   * @throws UnknownRequestException when there is none
   * @throws NotAllowedException when the person may not decide it, or somebody else has claimed it
   * @throws RequestClosedException when it is no longer open
   */
  @Transactional
  public void claim(StepId id, PersonId person) {
    Request request = lock(id);
    Step step = open(id);
    requireStanding(request, step, person);
    if (step.what().quorum() > 1) {
      throw InvalidInputException.of(
          "task", "Each of the board votes: nobody can take it on alone");
    }
    steps.claim(id, person);
    record("approvals-claimed", request, step, person, Map.of());
  }

  /**
   * Gives back what one has claimed; an administrator can do so for others.
   *
   * @throws UnknownRequestException when there is none
   * @throws NotAllowedException when somebody else has claimed it
   */
  @Transactional
  public void release(StepId id, PersonId person) {
    Request request = lock(id);
    Step step = open(id);
    PersonId claimed = step.claimedBy();
    if (claimed == null) {
      return;
    }
    if (!claimed.equals(person)) {
      assignees.access().require(person, Area.SYSTEM, request.unit());
    }
    steps.claim(id, null);
    record("approvals-released", request, step, person, Map.of());
  }

  /**
   * Gives a step to one person alone, who must hold its role or one above it in the same line. It
   * gives no right that the tables do not: those who gain by the request stay out.
   *
   * @throws UnknownRequestException when there is none
   * @throws NotAllowedException when {@code by} does not look after the system there
   * @throws InvalidInputException when {@code to} cannot decide it
   */
  @Transactional
  public void reassign(StepId id, PersonId by, PersonId to, String reason) {
    Request request = lock(id);
    Step step = open(id);
    assignees.access().require(by, Area.SYSTEM, request.unit());
    if (step.what().quorum() > 1) {
      throw InvalidInputException.of("task", "Each of the board votes: it cannot be given to one");
    }
    if (!assignees.fits(request, step, to)) {
      throw InvalidInputException.of(
          "person",
          "Choose somebody who holds this step's role or one above it, and neither made the"
              + " request, gains by it nor said yes before");
    }
    steps.reassign(id, to);
    assignees.notices().task(to, request, id, "task");
    record(
        "approvals-reassigned",
        request,
        step,
        by,
        Map.of("to", to.toString(), "reason", Objects.requireNonNullElse(reason, "")));
  }

  private Request lock(StepId id) {
    return requests.lock(
        steps.find(id).orElseThrow(() -> new UnknownRequestException(id.toString())).request());
  }

  private Step open(StepId id) {
    return steps
        .find(id)
        .filter(step -> step.state() == Step.State.OPEN)
        .orElseThrow(() -> new RequestClosedException("Nobody has to decide this any more"));
  }

  private void requireStanding(Request request, Step step, PersonId person) {
    if (authority.of(request, step, person) instanceof Authority.Standing.Refused refused) {
      throw new NotAllowedException(refused.reason());
    }
  }

  private void record(
      String action, Request request, Step step, PersonId by, Map<String, String> more) {
    Map<String, Object> detail = new java.util.LinkedHashMap<>(more);
    detail.put("step", step.what().role().value());
    audit.record(action, request.id().toString(), by.value(), detail);
  }
}
