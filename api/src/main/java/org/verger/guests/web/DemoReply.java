package org.verger.guests.web;

import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.verger.guests.GuestDetails;
import org.verger.guests.GuestId;
import org.verger.guests.GuestView;
import org.verger.messages.Channel;
import org.verger.messages.InboundMessage;
import org.verger.messages.ReceiveMessage;
import org.verger.pages.PageController;
import org.verger.web.Staff;

/** In the demo one can write what the guest would, STOP included. */
@PageController
@PreAuthorize("isAuthenticated()")
@ConditionalOnBooleanProperty("verger.demo")
class DemoReply {

  private final GuestDetails details;
  private final Staff staff;
  private final ReceiveMessage receiveMessage;

  DemoReply(GuestDetails details, Staff staff, ReceiveMessage receiveMessage) {
    this.details = details;
    this.staff = staff;
    this.receiveMessage = receiveMessage;
  }

  @PostMapping("/guests/{id}/replies")
  String reply(@PathVariable UUID id, @RequestParam String text, RedirectAttributes flash) {
    GuestView guest = Guests.inReach(details, new GuestId(id), staff.person());
    if (text.isBlank()) {
      flash.addFlashAttribute("problem", "Write what the guest answers, or STOP.");
    } else {
      receiveMessage.receive(from(guest, text.strip()));
      flash.addFlashAttribute("done", "The reply has arrived.");
    }
    return "redirect:/guests/" + id;
  }

  private static InboundMessage from(GuestView guest, String text) {
    String phone = guest.phone();
    return phone == null
        ? new InboundMessage(Channel.EMAIL, String.valueOf(guest.email()), text, null)
        : new InboundMessage(Channel.SMS, phone, text, null);
  }
}
