package org.verger.guests;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.messages.Channel;
import org.verger.messages.SuppressionList;

/** Somebody called a guest, or tried to. */
@Component
public class RecordCallOutcome {

  private final GuestChanges changes;
  private final GuestTasks tasks;
  private final SuppressionList suppressionList;

  RecordCallOutcome(GuestChanges changes, GuestTasks tasks, SuppressionList suppressionList) {
    this.changes = changes;
    this.tasks = tasks;
    this.suppressionList = suppressionList;
  }

  /**
   * Keeps how the call ended and completes the task. A wrong number is written to no more.
   *
   * @return false when the task was decided before; then nothing was done
   * @throws org.verger.organisation.NotAllowedException when the task belongs to others
   * @throws UnknownGuestException when there is no such guest
   */
  @Transactional
  public boolean record(GuestTask task, CallOutcome outcome, @Nullable String note) {
    Guest guest = changes.open(task.guest(), null);
    if (!tasks.decide(
        task, ActivityKind.CALL, outcome.code(), new ProcessVariables.CallMade(outcome.code()))) {
      return false;
    }
    changes.note(guest, ActivityKind.CALL, outcome.code(), note, task.by());
    if (outcome == CallOutcome.REACHED) {
      changes.moveIfLegal(guest, Stage.CONNECTED, StageCause.CALL_REACHED, task.by());
    } else if (outcome == CallOutcome.WRONG_NUMBER && guest.phone() != null) {
      suppressionList.add(Channel.SMS, guest.phone(), "wrong-number");
    }
    return true;
  }
}
