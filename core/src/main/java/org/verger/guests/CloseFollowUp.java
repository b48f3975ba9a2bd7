package org.verger.guests;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a guest's follow-up, once. */
@Component
public class CloseFollowUp {

  // Any sign of the guest (reply, visit, call, decision) leads out of these two.
  private static final Set<Stage> WITHOUT_A_SIGN = EnumSet.of(Stage.NEW, Stage.CONTACTED);

  private final GuestChanges changes;

  CloseFollowUp(GuestChanges changes) {
    this.changes = changes;
  }

  /**
   * Ends the follow-up; a second call changes nothing.
   *
   * @param exit how the guest left; null when the follow-up ran to its end, and then a guest who
   *     gave no sign is unreachable
   * @throws UnknownGuestException when there is no such guest
   */
  @Transactional
  public void close(GuestId id, @Nullable Exit exit) {
    Guest guest = changes.open(id, null);
    if (!changes.endFollowUp(guest, exit)) {
      return;
    }
    changes.note(
        guest, ActivityKind.FOLLOW_UP_CLOSED, exit == null ? null : exit.code(), null, null);
    if (exit != null) {
      changes.moveIfLegal(guest, exit.stage(), StageCause.STAFF, null);
    } else if (WITHOUT_A_SIGN.contains(guest.stage())) {
      changes.move(guest, Stage.UNREACHABLE, StageCause.NOT_REACHED, null);
    }
  }
}
