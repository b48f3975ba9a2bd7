package org.verger.guests.web;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.guests.AnswerReply;
import org.verger.guests.CallOutcome;
import org.verger.guests.GuestTask;
import org.verger.guests.PlanDiscipleship;
import org.verger.guests.RecordCallOutcome;
import org.verger.validation.InvalidInputException;

/** Decides the tasks of the follow-up, by what each of them asks for. */
@Component
class GuestTaskOutcomes {

  private final RecordCallOutcome calls;
  private final AnswerReply replies;
  private final PlanDiscipleship discipleship;

  GuestTaskOutcomes(RecordCallOutcome calls, AnswerReply replies, PlanDiscipleship discipleship) {
    this.calls = calls;
    this.replies = replies;
    this.discipleship = discipleship;
  }

  /**
   * Decides a task.
   *
   * @param outcome of a call: reached, noAnswer or wrongNumber; the other tasks have only one
   * @return false when somebody decided it before
   * @throws InvalidInputException when a call's outcome is none of these
   */
  boolean decide(TaskKind kind, GuestTask task, @Nullable String outcome, @Nullable String note) {
    return switch (kind) {
      case CALL -> calls.record(task, callOutcome(outcome), note);
      case REPLY -> replies.answered(task, note);
      case PLAN -> discipleship.plan(task, note);
    };
  }

  private static CallOutcome callOutcome(@Nullable String code) {
    return Arrays.stream(CallOutcome.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                InvalidInputException.of(
                    "outcome", "Say how the call went: reached, noAnswer or wrongNumber"));
  }
}
