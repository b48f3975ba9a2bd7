package org.verger.guests.web;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.guests.AnswerReply;
import org.verger.guests.CallOutcome;
import org.verger.guests.GuestTask;
import org.verger.guests.PlanDiscipleship;
import org.verger.guests.RecordCallOutcome;

/** Hands the answer of a task's form to the use case that it is for. */
@Component
@RunsInRole(RunsInRole.API)
class TaskOutcomes {

  private final RecordCallOutcome recordCallOutcome;
  private final AnswerReply answerReply;
  private final PlanDiscipleship planDiscipleship;

  TaskOutcomes(
      RecordCallOutcome recordCallOutcome,
      AnswerReply answerReply,
      PlanDiscipleship planDiscipleship) {
    this.recordCallOutcome = recordCallOutcome;
    this.answerReply = answerReply;
    this.planDiscipleship = planDiscipleship;
  }

  /** Saves it; false when the task was decided before. */
  boolean save(TaskKind kind, GuestTask task, @Nullable String outcome, @Nullable String note) {
    return switch (kind) {
      case CALL -> recordCallOutcome.record(task, CallOutcome.of(String.valueOf(outcome)), note);
      case REPLY -> answerReply.answered(task, note);
      case PLAN -> planDiscipleship.plan(task, note);
    };
  }
}
