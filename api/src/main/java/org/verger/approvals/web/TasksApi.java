package org.verger.approvals.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.verger.approvals.DecideStep;
import org.verger.approvals.Decision;
import org.verger.approvals.HandleTask;
import org.verger.approvals.StepId;
import org.verger.approvals.TaskItem;
import org.verger.approvals.TaskList;
import org.verger.approvals.UnknownRequestException;
import org.verger.deployment.RunsInRole;
import org.verger.money.Money;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;
import org.verger.paging.Page;
import org.verger.validation.InvalidInputException;
import org.verger.web.ETags;
import org.verger.web.Given;
import org.verger.web.Problems;
import org.verger.web.Staff;

/** The tasks of whoever is signed in, and their decisions. */
@RestController
@RequestMapping("/api/v1/tasks")
@RunsInRole(RunsInRole.API)
@PreAuthorize("isAuthenticated()")
class TasksApi {

  private static final int MOST_AT_ONCE = 200;

  private final TaskList tasks;
  private final HandleTask handle;
  private final Verdicts verdicts;
  private final Access access;
  private final Staff staff;

  TasksApi(TaskList tasks, HandleTask handle, Verdicts verdicts, Access access, Staff staff) {
    this.tasks = tasks;
    this.handle = handle;
    this.verdicts = verdicts;
    this.access = access;
    this.staff = staff;
  }

  /** A page of tasks. */
  record Tasks(List<Task> items, @Nullable String next) {}

  /**
   * A task.
   *
   * @param step the role that it waits for
   * @param amount in major units; null when it is not about money
   * @param onBehalf in whose place one would decide
   */
  record Task(
      UUID id,
      UUID requestId,
      String kind,
      String step,
      String title,
      String requester,
      String unit,
      @Nullable BigDecimal amount,
      @Nullable String currency,
      Instant openedAt,
      @Nullable Instant dueAt,
      @Nullable String claimedBy,
      @Nullable String onBehalf,
      boolean escalated,
      @Nullable String decision,
      @Nullable Instant decidedAt) {

    static Task of(TaskItem item) {
      Long amount = item.amount();
      String currency = item.currency();
      return new Task(
          item.id(),
          item.requestId(),
          item.kind(),
          item.step(),
          item.title(),
          item.requester(),
          item.unit(),
          amount == null || currency == null ? null : Money.ofMinor(amount, currency).amount(),
          currency,
          item.openedAt(),
          item.dueAt(),
          item.claimedBy(),
          item.onBehalf(),
          item.escalated(),
          item.decision(),
          item.decidedAt());
    }
  }

  /** approve, decline or return; the last two with a comment that says why. */
  record NewDecision(@Nullable String decision, @Nullable String comment) {}

  /** The same for several tasks. */
  record NewDecisions(
      @Nullable List<String> tasks, @Nullable String decision, @Nullable String comment) {}

  /**
   * What came of it.
   *
   * @param outcome decided, counted or said-before
   */
  record Decided(@Nullable UUID requestId, String outcome, String message) {}

  /**
   * What came of one of several.
   *
   * @param outcome decided, counted, said-before, too-late, refused, not-ready, invalid or unknown
   */
  record Result(String task, String outcome, String message) {}

  /** What came of each. */
  record Results(List<Result> items) {}

  /** Who is to decide, by an administrator's word. */
  record Assignment(@Nullable String person, @Nullable String reason) {}

  /**
   * Lists tasks.
   *
   * @param filter mine, overdue, team or done
   * @param sort due, newest or amount
   */
  @GetMapping
  Tasks list(
      @RequestParam(defaultValue = "mine") String filter,
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable String search,
      @RequestParam(defaultValue = "due") String sort,
      @RequestParam @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    Page<TaskItem> page =
        tasks.list(
            staff.person(),
            new TaskList.Filter(
                one(TaskList.View.class, "filter", filter),
                Given.optional(kind),
                Given.optional(search),
                one(TaskList.Order.class, "sort", sort),
                cursor,
                limit));
    return new Tasks(page.items().stream().map(Task::of).toList(), page.next());
  }

  private static <E extends Enum<E>> E one(Class<E> type, String field, String value) {
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw InvalidInputException.of(
          field,
          "Give one of "
              + String.join(
                  ", ",
                  java.util.Arrays.stream(type.getEnumConstants())
                      .map(known -> known.name().toLowerCase(Locale.ROOT))
                      .toList()));
    }
  }

  /** One task, with the version of its request as ETag. */
  @GetMapping("/{id}")
  ResponseEntity<Task> show(@PathVariable UUID id) {
    PersonId person = staff.person();
    TaskItem item =
        tasks
            .find(person, new StepId(id))
            .filter(found -> access.reaches(person, found.requestId().toString()))
            .orElseThrow(() -> new UnknownRequestException(id.toString()));
    return ResponseEntity.ok().eTag(ETags.of(item.version())).body(Task.of(item));
  }

  /** Decides a task; a second time changes nothing. */
  @PostMapping("/{id}/decision")
  Decided decide(
      @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody NewDecision asked) {
    Verdict verdict =
        verdicts.decide(
            new DecideStep.Ballot(
                new StepId(id),
                staff.person(),
                decision(asked.decision()),
                Given.optional(asked.comment()),
                ETags.version(ifMatch),
                "api"));
    return switch (verdict.kind()) {
      case DECIDED, COUNTED, SAID_BEFORE ->
          new Decided(verdict.requestId(), verdict.kind().code(), verdict.sentence());
      case UNKNOWN -> throw new UnknownRequestException(id.toString());
      case REFUSED -> throw refusal(HttpStatus.FORBIDDEN, "not-yours", verdict);
      case TOO_LATE -> throw refusal(HttpStatus.CONFLICT, "already-decided", verdict);
      case NOT_READY -> throw refusal(HttpStatus.CONFLICT, "task-not-ready", verdict);
      case CHANGED -> throw refusal(HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", verdict);
      case INVALID -> throw InvalidInputException.of("comment", verdict.sentence());
    };
  }

  private static RuntimeException refusal(HttpStatus status, String kind, Verdict verdict) {
    return Problems.refusal(status, kind, verdict.sentence());
  }

  /** Decides several tasks in the same way, each by itself. */
  @PostMapping("/decisions")
  Results decideAll(@RequestBody NewDecisions asked) {
    PersonId person = staff.person();
    Decision decision = decision(asked.decision());
    List<String> ids = Objects.requireNonNullElse(asked.tasks(), List.of());
    if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
      throw InvalidInputException.of("tasks", "Give from 1 to 200 ids of tasks");
    }
    return new Results(
        ids.stream()
            .map(id -> result(id, person, decision, Given.optional(asked.comment())))
            .toList());
  }

  private Result result(String id, PersonId person, Decision decision, @Nullable String comment) {
    StepId step = new StepId(Given.id("tasks", id));
    Verdict verdict =
        verdicts.decide(new DecideStep.Ballot(step, person, decision, comment, null, "bulk"));
    return new Result(id, verdict.kind().code(), verdict.sentence());
  }

  private static Decision decision(@Nullable String code) {
    return Decision.of(Given.text(code))
        .orElseThrow(
            () -> InvalidInputException.of("decision", "Give one of approve, decline, return"));
  }

  /** Takes a task on, so that the others know. */
  @PostMapping("/{id}/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void claim(@PathVariable UUID id) {
    handle.claim(new StepId(id), staff.person());
  }

  /** Gives a task back. */
  @DeleteMapping("/{id}/claim")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void release(@PathVariable UUID id) {
    handle.release(new StepId(id), staff.person());
  }

  /** Gives a task to one person alone; for those who look after the system. */
  @PostMapping("/{id}/assignment")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void assign(@PathVariable UUID id, @RequestBody Assignment assignment) {
    handle.reassign(
        new StepId(id),
        staff.person(),
        new PersonId(Given.id("person", assignment.person())),
        Given.text(assignment.reason()));
  }
}
