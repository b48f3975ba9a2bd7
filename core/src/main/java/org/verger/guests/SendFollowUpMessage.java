package org.verger.guests;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.messages.Channel;
import org.verger.messages.DeliverMessage;
import org.verger.messages.DeliveryOutcome;
import org.verger.messages.DeliveryRequest;
import org.verger.messages.SuppressionReason;

/** Sends a guest one message of the follow-up, once per guest and template. */
@Component
public class SendFollowUpMessage {

  private final Correspondents correspondents;
  private final GuestRecords records;
  private final DeliverMessage deliverMessage;
  private final TransactionTemplate transactions;
  private final Clock clock;

  SendFollowUpMessage(
      Correspondents correspondents,
      GuestRecords records,
      DeliverMessage deliverMessage,
      TransactionTemplate transactions,
      Clock clock) {
    this.correspondents = correspondents;
    this.records = records;
    this.deliverMessage = deliverMessage;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Sends the message. The first that goes out makes a new guest a contacted one. After {@link
   * DeliveryOutcome.Held} the same call is made again when the time has come.
   *
   * @param template the key, as in {@code guest-thank-you}
   * @return what became of it; to a guest who left the follow-up nothing is sent
   * @throws UnknownGuestException when there is no such guest
   * @throws org.verger.messages.ChannelUnavailableException when the channel is in passing trouble
   * @throws org.verger.messages.DeliveryInProgressException when another call is sending it
   */
  public DeliveryOutcome send(GuestId id, String template, Channel channel) {
    return deliverMessage.sharesTransaction(channel)
        ? Objects.requireNonNull(transactions.execute(open -> deliver(id, template, channel)))
        : deliver(id, template, channel);
  }

  private DeliveryOutcome deliver(GuestId id, String template, Channel channel) {
    Correspondents.Correspondent guest = correspondents.require(id);
    if (guest.stage().isExit()) {
      return new DeliveryOutcome.Suppressed(SuppressionReason.SUBJECT_LEFT);
    }
    DeliveryOutcome outcome =
        deliverMessage
            .deliver(
                new DeliveryRequest(
                    id + "/" + template,
                    id.toString(),
                    guest.unit(),
                    channel,
                    guest.address(channel),
                    template,
                    guest.language(),
                    guest.variables()))
            .outcome();
    if (outcome instanceof DeliveryOutcome.Sent && guest.stage() == Stage.NEW) {
      markContacted(id);
    }
    return outcome;
  }

  private void markContacted(GuestId id) {
    transactions.executeWithoutResult(
        open ->
            records.move(
                id, Stage.NEW, Stage.CONTACTED, StageCause.MESSAGE_SENT, null, Instant.now(clock)));
  }
}
