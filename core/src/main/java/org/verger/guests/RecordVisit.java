package org.verger.guests;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;

/** A guest came again: the guest is connected, and the invitation goes out at once. */
@Component
public class RecordVisit {

  private final GuestChanges changes;

  RecordVisit(GuestChanges changes) {
    this.changes = changes;
  }

  /**
   * Keeps the visit.
   *
   * @param by who saw the guest; null when a system did
   * @throws UnknownGuestException when there is no such guest within that person's reach
   */
  @Transactional
  public void record(GuestId id, @Nullable String note, @Nullable PersonId by) {
    Guest guest = changes.open(id, by);
    changes.note(guest, ActivityKind.VISIT, note, by);
    changes.moveIfLegal(guest, Stage.CONNECTED, StageCause.VISIT, by);
    changes.tell(guest, "guest-returned", new ProcessVariables.GuestNamed(id.toString()));
  }
}
