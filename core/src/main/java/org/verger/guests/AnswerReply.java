package org.verger.guests;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody answered what a guest wrote. */
@Component
public class AnswerReply {

  private final GuestChanges changes;
  private final GuestTasks tasks;

  AnswerReply(GuestChanges changes, GuestTasks tasks) {
    this.changes = changes;
    this.tasks = tasks;
  }

  /**
   * Keeps that it was answered and completes the task.
   *
   * @return false when the task was decided before; then nothing was done
   * @throws org.verger.organisation.NotAllowedException when the task belongs to others
   * @throws UnknownGuestException when there is no such guest
   */
  @Transactional
  public boolean answered(GuestTask task, @Nullable String note) {
    Guest guest = changes.open(task.guest(), null);
    if (!tasks.decide(
        task, ActivityKind.REPLY_ANSWERED, "answered", new ProcessVariables.ReplyAnswered(true))) {
      return false;
    }
    changes.note(guest, ActivityKind.REPLY_ANSWERED, note, task.by());
    return true;
  }
}
