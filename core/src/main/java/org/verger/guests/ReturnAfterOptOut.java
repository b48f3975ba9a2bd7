package org.verger.guests;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A guest who had said STOP says START: messages may go out again; the follow-up stays ended. */
@Component
class ReturnAfterOptOut {

  private final GuestChanges changes;

  ReturnAfterOptOut(GuestChanges changes) {
    this.changes = changes;
  }

  @Transactional
  public void record(GuestId id) {
    Guest guest = changes.open(id, null);
    changes.note(guest, ActivityKind.OPTED_IN, null, null);
    if (guest.stage() == Stage.OPTED_OUT) {
      changes.move(guest, Stage.CONNECTED, StageCause.START_KEYWORD, null);
    }
  }
}
