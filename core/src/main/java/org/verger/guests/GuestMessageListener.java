package org.verger.guests;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.verger.messages.MessageReceived;

/** What guests write changes their path, in the transaction that keeps the message. */
@Component
class GuestMessageListener {

  private final GuestRecords records;
  private final RecordReply recordReply;
  private final OptOut optOut;
  private final ReturnAfterOptOut returnAfterOptOut;

  GuestMessageListener(
      GuestRecords records,
      RecordReply recordReply,
      OptOut optOut,
      ReturnAfterOptOut returnAfterOptOut) {
    this.records = records;
    this.recordReply = recordReply;
    this.optOut = optOut;
    this.returnAfterOptOut = returnAfterOptOut;
  }

  @EventListener
  void on(MessageReceived message) {
    records.withAddress(message.address()).ifPresent(guest -> obey(guest, message));
  }

  private void obey(GuestId guest, MessageReceived message) {
    switch (message.kind()) {
      case STOP -> optOut.afterStop(guest);
      case START -> returnAfterOptOut.record(guest);
      case REPLY -> recordReply.record(guest, message.channel(), message.text());
      case HELP -> {}
    }
  }
}
