package org.verger.messages;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;

/** Takes in what somebody wrote. STOP, START and HELP are obeyed before anything else happens. */
@Component
public class ReceiveMessage {

  private static final String HELP_TEMPLATE = "help";

  private final Inbox inbox;
  private final DeliverMessage deliverMessage;
  private final Deliveries deliveries;
  private final Tenants tenants;

  ReceiveMessage(
      Inbox inbox, DeliverMessage deliverMessage, Deliveries deliveries, Tenants tenants) {
    this.inbox = inbox;
    this.deliverMessage = deliverMessage;
    this.deliveries = deliveries;
    this.tenants = tenants;
  }

  /**
   * Stores the message, obeys it, and tells the features about it.
   *
   * @throws IllegalArgumentException when the sender is no address of the channel
   */
  public MessageReceived.Kind receive(InboundMessage message) {
    Tenant tenant = tenants.current();
    String address =
        switch (message.channel()) {
          case SMS -> PhoneNumber.parse(message.from(), tenant.region()).value();
          case EMAIL -> EmailAddress.parse(message.from()).value();
        };
    Inbox.Stored stored = inbox.store(message, address);
    if (stored.kind() == MessageReceived.Kind.HELP) {
      answer(stored, address, tenant);
    }
    return stored.kind();
  }

  private void answer(Inbox.Stored stored, String address, Tenant tenant) {
    String key = HELP_TEMPLATE + "/" + stored.id();
    Deliveries.Recipient asker =
        deliveries
            .lastTo(address)
            .orElseGet(() -> new Deliveries.Recipient(key, null, tenant.languageFor(null)));
    deliverMessage.deliver(
        new DeliveryRequest(
            key,
            asker.subjectId(),
            asker.unit(),
            Channel.SMS,
            address,
            HELP_TEMPLATE,
            asker.language(),
            Map.of(TemplateVariable.CHURCH_NAME, tenant.name()),
            DeliveryRequest.Purpose.ANSWER));
  }
}
