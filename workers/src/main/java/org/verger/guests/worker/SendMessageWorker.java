package org.verger.guests.worker;

import org.springframework.stereotype.Component;
import org.verger.deployment.RunsInRole;
import org.verger.engine.JobWorker;
import org.verger.engine.Nothing;
import org.verger.engine.PostponedException;
import org.verger.guests.GuestId;
import org.verger.guests.SendFollowUpMessage;
import org.verger.messages.Channel;
import org.verger.messages.DeliveryInProgressException;
import org.verger.messages.DeliveryOutcome;

/** Sends one message of the sequence; in quiet hours the job waits for their end. */
@Component
@RunsInRole(RunsInRole.WORKERS)
class SendMessageWorker implements JobWorker<SendMessageWorker.Input, Nothing> {

  private final SendFollowUpMessage sendFollowUpMessage;

  SendMessageWorker(SendFollowUpMessage sendFollowUpMessage) {
    this.sendFollowUpMessage = sendFollowUpMessage;
  }

  record Input(String guestId, String template, String channel) {}

  @Override
  public String jobType() {
    return "guests-send-message";
  }

  @Override
  public Nothing work(Input input) {
    try {
      DeliveryOutcome outcome =
          sendFollowUpMessage.send(
              GuestId.parse(input.guestId()), input.template(), Channel.of(input.channel()));
      if (outcome instanceof DeliveryOutcome.Held held) {
        throw new PostponedException(held.until());
      }
    } catch (DeliveryInProgressException underWay) {
      throw new PostponedException(underWay.until());
    }
    return new Nothing();
  }
}
