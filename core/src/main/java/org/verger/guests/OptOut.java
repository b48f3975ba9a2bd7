package org.verger.guests;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.messages.StopList;
import org.verger.organisation.PersonId;

/** A guest wants to hear no more. */
@Component
public class OptOut {

  private final GuestChanges changes;
  private final StopList stopList;

  OptOut(GuestChanges changes, StopList stopList) {
    this.changes = changes;
    this.stopList = stopList;
  }

  /**
   * Ends the follow-up and all that is to be done about the guest, and puts all addresses of the
   * guest on the stop list.
   *
   * @param by who was told; null when the guest used a link
   * @throws UnknownGuestException when there is no such guest within that person's reach
   */
  @Transactional
  public void optOut(GuestId id, @Nullable String note, @Nullable PersonId by) {
    Guest guest = changes.open(id, by);
    Stream.of(guest.phone(), guest.email())
        .filter(address -> address != null)
        .forEach(address -> stopList.add(address, StageCause.OPT_OUT_REQUEST.code()));
    leave(guest, StageCause.OPT_OUT_REQUEST, note, by);
  }

  /** After STOP, which has put the address that it came from on the list. */
  @Transactional
  void afterStop(GuestId id) {
    leave(changes.open(id, null), StageCause.STOP_KEYWORD, null, null);
  }

  // A member who says STOP gets no more messages and stays a member.
  private void leave(Guest guest, StageCause cause, @Nullable String note, @Nullable PersonId by) {
    changes.leave(guest, Exit.OPTED_OUT, cause.code(), note, by);
    changes.moveIfLegal(guest, Stage.OPTED_OUT, cause, by);
  }
}
