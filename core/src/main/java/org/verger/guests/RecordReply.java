package org.verger.guests;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.messages.Channel;

/** A guest wrote back: the guest is connected, and somebody is asked to answer. */
@Component
public class RecordReply {

  private final GuestChanges changes;

  RecordReply(GuestChanges changes) {
    this.changes = changes;
  }

  /**
   * Keeps the reply, also of a guest whose follow-up has ended. Somebody who opted out and writes
   * again stays opted out.
   *
   * @throws UnknownGuestException when there is no such guest
   */
  @Transactional
  public void record(GuestId id, Channel channel, String text) {
    Guest guest = changes.open(id, null);
    changes.note(guest, ActivityKind.REPLY, channel.code(), text, null);
    if (guest.stage() != Stage.OPTED_OUT) {
      changes.moveIfLegal(guest, Stage.CONNECTED, StageCause.REPLY, null);
    }
    changes.begin(guest, "guest-replied");
  }
}
