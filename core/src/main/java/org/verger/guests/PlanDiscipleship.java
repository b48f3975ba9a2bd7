package org.verger.guests;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody planned the next steps with a guest who decided. */
@Component
public class PlanDiscipleship {

  private final GuestChanges changes;
  private final GuestTasks tasks;

  PlanDiscipleship(GuestChanges changes, GuestTasks tasks) {
    this.changes = changes;
    this.tasks = tasks;
  }

  /**
   * Moves the guest on and completes the task.
   *
   * @return false when the task was decided before; then nothing was done
   * @throws org.verger.organisation.NotAllowedException when the task belongs to others
   * @throws UnknownGuestException when there is no such guest
   */
  @Transactional
  public boolean plan(GuestTask task, @Nullable String note) {
    Guest guest = changes.open(task.guest(), null);
    if (!tasks.decide(
        task,
        ActivityKind.DISCIPLESHIP,
        "planned",
        new ProcessVariables.DiscipleshipPlanned(true))) {
      return false;
    }
    changes.note(guest, ActivityKind.DISCIPLESHIP, note, task.by());
    changes.moveIfLegal(guest, Stage.IN_DISCIPLESHIP, StageCause.DISCIPLESHIP_PLANNED, task.by());
    return true;
  }
}
