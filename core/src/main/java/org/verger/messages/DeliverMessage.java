package org.verger.messages;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a message once.
 *
 * <p>Its row is there before the channel is called, with the business key unique, so of two calls
 * with one key the second finds the first one's outcome. A call that died between row and answer
 * leaves a row that says {@code sending}: whoever comes next, once the claim has run out, asks the
 * channel by the key before sending again.
 *
 * <p>A channel that is itself nothing but rows of this database takes part in one transaction with
 * the delivery row. That is safe because neither can be there without the other: there is no answer
 * that could be lost.
 */
@Component
public class DeliverMessage {

  private final MessageChannels channels;
  private final DeliveryClaims claims;
  private final Deliveries deliveries;
  private final TransactionTemplate transactions;
  private final Clock clock;

  DeliverMessage(
      MessageChannels channels,
      DeliveryClaims claims,
      Deliveries deliveries,
      TransactionTemplate transactions,
      Clock clock) {
    this.channels = channels;
    this.claims = claims;
    this.deliveries = deliveries;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Sends the message unless it was, or must not be. After {@link DeliveryOutcome.Held} the same
   * request is made again when the time has come.
   *
   * @throws UnknownTemplateException when no language has the template
   * @throws ChannelUnavailableException when the channel is in trouble that passes
   * @throws DeliveryInProgressException when another call is sending this message
   * @throws IllegalStateException when a transaction is open and the channel does not share it
   */
  public Delivery deliver(DeliveryRequest request) {
    MessageChannel channel = channels.serving(request.channel());
    if (channel.sharesTransaction()) {
      return inTransaction(() -> finish(channel, request, claims.claim(request, true), true));
    }
    requireNoTransaction(request);
    DeliveryClaims.Claim claim = inTransaction(() -> claims.claim(request, false));
    return finish(channel, request, claim, false);
  }

  /** Whether {@link #deliver} can be part of the caller's transaction. */
  public boolean sharesTransaction(Channel channel) {
    return channels.serving(channel).sharesTransaction();
  }

  private Delivery finish(
      MessageChannel channel, DeliveryRequest request, DeliveryClaims.Claim claim, boolean sent) {
    return switch (claim) {
      case DeliveryClaims.Claim.Settled settled -> settled.delivery();
      case DeliveryClaims.Claim.Granted granted ->
          new Delivery(
              granted.id(),
              request.businessKey(),
              granted.asked()
                  ? reconcile(channel, request, granted)
                  : send(channel, request, granted, sent));
    };
  }

  private DeliveryOutcome reconcile(
      MessageChannel channel, DeliveryRequest request, DeliveryClaims.Claim.Granted granted) {
    Optional<Receipt> earlier = find(channel, request, granted);
    if (earlier.isPresent()) {
      return settle(granted, sentNow(), earlier.get().providerId());
    }
    DeliveryOutcome obstacle = granted.ifUnsent();
    return obstacle == null
        ? send(channel, request, granted, false)
        : settle(granted, obstacle, null);
  }

  private Optional<Receipt> find(
      MessageChannel channel, DeliveryRequest request, DeliveryClaims.Claim.Granted granted) {
    try {
      return channel.find(request.businessKey());
    } catch (ChannelUnavailableException passing) {
      release(granted);
      throw passing;
    }
  }

  private DeliveryOutcome send(
      MessageChannel channel,
      DeliveryRequest request,
      DeliveryClaims.Claim.Granted granted,
      boolean rowSaysSent) {
    try {
      Receipt receipt = channel.send(granted.message(), request.businessKey());
      return rowSaysSent ? sentNow() : settle(granted, sentNow(), receipt.providerId());
    } catch (MessageRefusedException refused) {
      return settle(
          granted, new DeliveryOutcome.Failed(String.valueOf(refused.getMessage())), null);
    } catch (ChannelUnavailableException passing) {
      release(granted);
      throw passing;
    }
  }

  private DeliveryOutcome settle(
      DeliveryClaims.Claim.Granted granted, DeliveryOutcome outcome, @Nullable String providerId) {
    transactions.executeWithoutResult(
        open -> deliveries.settle(granted.id(), outcome, providerId, Instant.now(clock)));
    return outcome;
  }

  private void release(DeliveryClaims.Claim.Granted granted) {
    transactions.executeWithoutResult(open -> deliveries.release(granted.id(), Instant.now(clock)));
  }

  private DeliveryOutcome sentNow() {
    return new DeliveryOutcome.Sent(Instant.now(clock));
  }

  private static void requireNoTransaction(DeliveryRequest request) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "The row of " + request + " must be committed before the provider is called");
    }
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(transactions.execute(open -> work.get()));
  }
}
