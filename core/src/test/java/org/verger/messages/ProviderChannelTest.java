package org.verger.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.messages.DeliveryOutcome.Failed;
import org.verger.messages.DeliveryOutcome.Held;
import org.verger.messages.DeliveryOutcome.Sent;
import org.verger.messages.DeliveryOutcome.Suppressed;
import org.verger.testing.ChurchTest;

/** A channel outside of the database: its effect and our record cannot commit together. */
class ProviderChannelTest extends ChurchTest {

  private static final String PHONE = "+13125550123";

  @Autowired DeliveryClaims claims;
  @Autowired Deliveries deliveries;
  @Autowired TransactionTemplate transactions;
  @Autowired Consents consents;
  @Autowired StopList stopList;

  private final Provider provider = new Provider();
  private DeliverMessage deliverMessage;

  @BeforeEach
  void atNoonWithConsent() {
    moveToHour(12);
    church.run(() -> consents.record(Channel.SMS, PHONE, true, "test"));
    deliverMessage =
        new DeliverMessage(
            new MessageChannels(List.of(provider)), claims, deliveries, transactions, clock);
  }

  @Test
  void theRowIsCommittedBeforeTheProviderIsCalled() {
    provider.onSend =
        () ->
            assertThat(
                    church.count("SELECT count(*) FROM message_delivery WHERE status = 'sending'"))
                .isEqualTo(1);
    assertThat(deliver().outcome()).isInstanceOf(Sent.class);
    assertThat(church.count("SELECT count(*) FROM message_delivery WHERE provider_id = 'p1'"))
        .isEqualTo(1);
  }

  @Test
  void aCallWhoseAnswerWasLostIsLookedUpAndNotRepeated() {
    provider.onSend =
        () -> {
          provider.sent.put("k", new Receipt("p9"));
          throw new Crash();
        };
    assertThatThrownBy(this::deliver).isInstanceOf(Crash.class);
    provider.onSend = () -> {};
    assertThatThrownBy(this::deliver).isInstanceOf(DeliveryInProgressException.class);
    advance(Duration.ofMinutes(2));
    assertThat(deliver().outcome()).isInstanceOf(Sent.class);
    assertThat(provider.calls).isEqualTo(1);
    assertThat(church.count("SELECT count(*) FROM message_delivery WHERE provider_id = 'p9'"))
        .isEqualTo(1);
  }

  @Test
  void aCallThatNeverReachedTheProviderIsRepeatedWithTheSameKey() {
    provider.onSend =
        () -> {
          throw new Crash();
        };
    assertThatThrownBy(this::deliver).isInstanceOf(Crash.class);
    provider.onSend = () -> {};
    advance(Duration.ofMinutes(2));
    assertThat(deliver().outcome()).isInstanceOf(Sent.class);
    assertThat(provider.calls).isEqualTo(2);
    assertThat(provider.sent).containsOnlyKeys("k");
  }

  @Test
  void afterTroubleThatPassesTheNextCallAsksAtOnce() {
    provider.onSend =
        () -> {
          throw new ChannelUnavailableException("busy");
        };
    assertThatThrownBy(this::deliver).isInstanceOf(ChannelUnavailableException.class);
    provider.onSend = () -> {};
    assertThat(deliver().outcome()).isInstanceOf(Sent.class);
    assertThat(provider.lookups).isEqualTo(1);
  }

  @Test
  void aRefusalIsKeptAndNotTriedAgain() {
    provider.onSend =
        () -> {
          throw new MessageRefusedException("not a mobile number");
        };
    assertThat(deliver().outcome()).isEqualTo(new Failed("not a mobile number"));
    assertThat(deliver().outcome()).isEqualTo(new Failed("not a mobile number"));
    assertThat(provider.calls).isEqualTo(1);
  }

  @Test
  void stopAfterACrashPreventsTheRepetition() {
    provider.onSend =
        () -> {
          throw new Crash();
        };
    assertThatThrownBy(this::deliver).isInstanceOf(Crash.class);
    church.run(() -> stopList.add(PHONE, "test"));
    advance(Duration.ofMinutes(2));
    assertThat(deliver().outcome()).isEqualTo(new Suppressed(SuppressionReason.STOPPED));
    assertThat(provider.calls).isEqualTo(1);
  }

  @Test
  void aRepetitionThatFallsIntoQuietHoursIsHeld() {
    provider.onSend =
        () -> {
          throw new Crash();
        };
    assertThatThrownBy(this::deliver).isInstanceOf(Crash.class);
    provider.onSend = () -> {};
    moveToHour(23);
    assertThat(deliver().outcome()).isInstanceOf(Held.class);
    moveToHour(9);
    assertThat(deliver().outcome()).isInstanceOf(Sent.class);
  }

  @Test
  void withinAnOpenTransactionTheProviderIsNotCalled() {
    assertThatThrownBy(() -> church.run(() -> transactions.executeWithoutResult(open -> deliver())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("committed before");
    assertThat(provider.calls).isZero();
  }

  private Delivery deliver() {
    return church.call(
        () ->
            deliverMessage.deliver(
                new DeliveryRequest(
                    "k",
                    "subject",
                    null,
                    Channel.SMS,
                    PHONE,
                    "guest-thank-you",
                    "en",
                    Map.of(
                        TemplateVariable.FIRST_NAME, "Ana",
                        TemplateVariable.CHURCH_NAME, "Grace"))));
  }

  private static final class Crash extends RuntimeException {}

  private static final class Provider implements MessageChannel {

    final Map<String, Receipt> sent = new LinkedHashMap<>();
    Runnable onSend = () -> {};
    int calls;
    int lookups;

    @Override
    public Channel channel() {
      return Channel.SMS;
    }

    @Override
    public Receipt send(Outgoing message, String key) {
      calls++;
      onSend.run();
      return sent.computeIfAbsent(key, unused -> new Receipt("p" + calls));
    }

    @Override
    public Optional<Receipt> find(String key) {
      lookups++;
      return Optional.ofNullable(sent.get(key));
    }
  }
}
