package org.verger.approvals.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.approvals.Authority;
import org.verger.approvals.RequestDetails;
import org.verger.approvals.RequestId;
import org.verger.approvals.Status;
import org.verger.approvals.Step;
import org.verger.approvals.StepId;
import org.verger.approvals.Steps;
import org.verger.approvals.TaskItem;
import org.verger.approvals.TaskList;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** One task with all that somebody needs who is to decide it. */
@Component
@RunsInRole(RunsInRole.API)
class TaskDesk {

  private final TaskList tasks;
  private final RequestDetails details;
  private final Steps steps;
  private final Authority authority;
  private final Access access;

  TaskDesk(
      TaskList tasks, RequestDetails details, Steps steps, Authority authority, Access access) {
    this.tasks = tasks;
    this.details = details;
    this.steps = steps;
    this.authority = authority;
    this.access = access;
  }

  /**
   * A task as somebody sees it.
   *
   * @param open whether anybody has to decide it
   * @param whyNot why it is not theirs to decide; null when it is, or when it is not open
   * @param alone whether one person decides it, so that it can be taken on or given to somebody
   * @param mine whether they have taken it on
   * @param administered whether they may give it to somebody
   */
  record Desk(
      TaskItem task,
      RequestDetails.View request,
      RequestDetails.StepView step,
      boolean open,
      @Nullable String whyNot,
      boolean alone,
      boolean mine,
      boolean administered) {

    /** Whether whoever looks at it may decide it now. */
    public boolean decidable() {
      return open && whyNot == null;
    }

    /** The steps that come when this one says yes. */
    public List<RequestDetails.StepView> after() {
      return request.steps().stream().filter(one -> one.stage() > step.stage()).toList();
    }
  }

  /**
   * The task; where the request goes through its steps anew, the one that is open now.
   *
   * @throws UnknownRequestException when there is none, or not for this person
   */
  Desk show(StepId id, PersonId person) {
    RequestDetails.View view = details.show(requestOf(id), person);
    RequestDetails.StepView shown = current(view, id.value());
    Step step = require(new StepId(shown.id()));
    TaskItem task =
        tasks.find(person, step.id()).orElseThrow(() -> new UnknownRequestException(id.toString()));
    boolean open = step.state() == Step.State.OPEN && view.request().status() == Status.SUBMITTED;
    return new Desk(
        task,
        view,
        shown,
        open,
        open ? whyNot(view, step, person) : null,
        step.what().quorum() == 1,
        person.equals(step.claimedBy()),
        open && access.reaches(person, Area.SYSTEM, view.request().unit()));
  }

  /**
   * The request of a task.
   *
   * @throws UnknownRequestException when there is no such task
   */
  RequestId requestOf(StepId id) {
    return require(id).request();
  }

  private Step require(StepId id) {
    return steps.find(id).orElseThrow(() -> new UnknownRequestException(id.toString()));
  }

  private static RequestDetails.StepView current(RequestDetails.View view, UUID id) {
    return only(view, step -> step.id().equals(id))
        .or(() -> only(view, step -> step.state().equals("open")))
        .orElseGet(() -> view.steps().getFirst());
  }

  private static Optional<RequestDetails.StepView> only(
      RequestDetails.View view, Predicate<RequestDetails.StepView> wanted) {
    return view.steps().stream().filter(wanted).findFirst();
  }

  private @Nullable String whyNot(RequestDetails.View view, Step step, PersonId person) {
    return switch (authority.of(view.request(), step, person)) {
      case Authority.Standing.Allowed allowed -> null;
      case Authority.Standing.Refused refused -> refused.reason() + ".";
    };
  }
}
