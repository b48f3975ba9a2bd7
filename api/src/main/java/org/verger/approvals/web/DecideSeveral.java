package org.verger.approvals.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.approvals.DecideStep;
import org.verger.approvals.Decision;
import org.verger.approvals.StepId;
import org.verger.approvals.TaskItem;
import org.verger.approvals.TaskList;
import org.verger.deployment.RunsInRole;
import org.verger.organisation.Access;
import org.verger.organisation.PersonId;

/** Decides the tasks that were ticked on the list, each by itself. */
@Component
@RunsInRole(RunsInRole.API)
class DecideSeveral {

  private static final Pattern TICKED = Pattern.compile("([0-9a-fA-F-]{36})@([0-9]{1,9})");

  private final TaskList tasks;
  private final Access access;
  private final Verdicts verdicts;

  DecideSeveral(TaskList tasks, Access access, Verdicts verdicts) {
    this.tasks = tasks;
    this.access = access;
    this.verdicts = verdicts;
  }

  /**
   * What came of one of them.
   *
   * @param requestId null where there is none for this person
   */
  record Result(String title, boolean counts, String sentence, @Nullable UUID requestId) {}

  /**
   * Decides them, in their order.
   *
   * @param ticked the ids of steps with the version that was shown, as in {@code id@3}
   */
  List<Result> decide(
      PersonId person, List<String> ticked, Decision decision, @Nullable String reason) {
    return ticked.stream()
        .distinct()
        .map(TICKED::matcher)
        .filter(Matcher::matches)
        .map(one -> decide(person, one, decision, reason))
        .toList();
  }

  private Result decide(PersonId person, Matcher one, Decision decision, @Nullable String reason) {
    StepId step = StepId.parse(Objects.requireNonNull(one.group(1)));
    int seen = Integer.parseInt(Objects.requireNonNull(one.group(2)));
    String title =
        tasks
            .find(person, step)
            .filter(task -> access.reaches(person, task.requestId().toString()))
            .map(TaskItem::title)
            .orElse("A task that is not yours");
    Verdict verdict =
        verdicts.decide(new DecideStep.Ballot(step, person, decision, reason, seen, "bulk"));
    return new Result(title, verdict.kind().counts(), verdict.sentence(), verdict.requestId());
  }
}
