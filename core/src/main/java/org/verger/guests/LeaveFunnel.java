package org.verger.guests;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;

/** Somebody says that a guest moved away, is a duplicate, or cannot be reached. */
@Component
public class LeaveFunnel {

  private final GuestChanges changes;

  LeaveFunnel(GuestChanges changes) {
    this.changes = changes;
  }

  /**
   * Ends the follow-up, and all that is to be done about the guest.
   *
   * @param exit any but {@link Exit#OPTED_OUT}, for which {@link OptOut} does more
   * @throws UnknownGuestException when there is no such guest within that person's reach
   * @throws IllegalStageChangeException when the guest cannot leave this way
   */
  @Transactional
  public void leave(GuestId id, Exit exit, @Nullable String note, @Nullable PersonId by) {
    if (exit == Exit.OPTED_OUT) {
      throw new IllegalArgumentException("Whoever opts out must get on the stop list: use OptOut");
    }
    Guest guest = changes.open(id, by);
    changes.move(guest, exit.stage(), StageCause.STAFF, by);
    changes.leave(guest, exit, exit.code(), note, by);
  }
}
