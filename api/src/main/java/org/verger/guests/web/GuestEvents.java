package org.verger.guests.web;

import org.springframework.stereotype.Component;
import org.verger.guests.GuestView;
import org.verger.guests.LeaveFunnel;
import org.verger.guests.OptOut;
import org.verger.guests.RecordDecision;
import org.verger.guests.RecordVisit;
import org.verger.messages.Channel;
import org.verger.messages.InboundMessage;
import org.verger.validation.InvalidInputException;

/** The use cases that pages and API share. */
@Component
record GuestEvents(
    RecordVisit visits, RecordDecision decisions, LeaveFunnel exits, OptOut optOuts) {

  /** What a guest wrote, as if their own phone or mailbox had sent it. */
  static InboundMessage inbound(GuestView guest, String text) {
    if (guest.phone() != null) {
      return new InboundMessage(Channel.SMS, guest.phone(), text, null);
    }
    if (guest.email() != null) {
      return new InboundMessage(Channel.EMAIL, guest.email(), text, null);
    }
    throw InvalidInputException.of("text", "This guest has neither a number nor an address");
  }
}
