package org.verger.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verger.messages.DeliveryOutcome.Held;
import org.verger.messages.DeliveryOutcome.Sent;
import org.verger.messages.DeliveryOutcome.Suppressed;
import org.verger.organisation.Reach;
import org.verger.testing.Church;
import org.verger.testing.ChurchTest;

class DeliverMessageTest extends ChurchTest {

  private static final String PHONE = "+13125550123";

  @Autowired DeliverMessage deliverMessage;
  @Autowired Consents consents;
  @Autowired StopList stopList;
  @Autowired SuppressionList suppressionList;
  @Autowired MessageLog log;

  @BeforeEach
  void atNoonWithConsent() {
    moveToHour(12);
    church.run(() -> consents.record(Channel.SMS, PHONE, true, "test"));
  }

  @Test
  void aMessageIsSentOnceHoweverOftenItIsAskedFor() {
    Delivery first = deliver("a");
    assertThat(first.outcome()).isInstanceOf(Sent.class);
    advance(Duration.ofDays(1));
    Delivery second = deliver("a");
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.outcome()).isInstanceOf(Sent.class);
    assertThat(church.count("SELECT sum(calls) FROM sandbox_message")).isEqualTo(1);
  }

  @Test
  void aMessageThatManyAskForAtOnceIsSentOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<Delivery>> calls =
          IntStream.range(0, 40).<Callable<Delivery>>mapToObj(i -> () -> deliver("a")).toList();
      for (Future<Delivery> answer : threads.invokeAll(calls)) {
        assertThat(answer.get().outcome()).isInstanceOf(Sent.class);
      }
    }
    assertThat(church.count("SELECT sum(calls) FROM sandbox_message")).isEqualTo(1);
    assertThat(church.count("SELECT count(*) FROM message_delivery")).isEqualTo(1);
  }

  @Test
  void withoutConsentNothingIsSentAndTheLogSaysWhy() {
    church.run(() -> consents.record(Channel.SMS, PHONE, false, "test"));
    assertThat(deliver("a").outcome()).isEqualTo(new Suppressed(SuppressionReason.NO_CONSENT));
    MessageEntry entry = onlyEntry();
    assertThat(entry.status()).isEqualTo("suppressed");
    assertThat(entry.reason()).isEqualTo("no-consent");
    assertThat(entry.address()).isEqualTo("+1••••••0123");
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isZero();
  }

  @Test
  void consentForOneChannelIsNoneForTheOther() {
    DeliveryRequest mail = request("m", Channel.EMAIL, "ana@example.org", "guest-welcome");
    assertThat(church.call(() -> deliverMessage.deliver(mail)).outcome())
        .isEqualTo(new Suppressed(SuppressionReason.NO_CONSENT));
  }

  @Test
  void aPersonWithoutAnAddressGetsNothing() {
    DeliveryRequest nowhere = request("n", Channel.EMAIL, null, "guest-welcome");
    assertThat(church.call(() -> deliverMessage.deliver(nowhere)).outcome())
        .isEqualTo(new Suppressed(SuppressionReason.NO_ADDRESS));
    assertThat(onlyEntry().address()).isNull();
  }

  @Test
  void afterStopNothingIsSentEvenWithANewConsent() {
    church.run(() -> stopList.add(PHONE, "test"));
    church.run(() -> consents.record(Channel.SMS, PHONE, true, "test"));
    assertThat(deliver("a").outcome()).isEqualTo(new Suppressed(SuppressionReason.STOPPED));
  }

  @Test
  void anAddressOnTheSuppressionListGetsNothing() {
    church.run(() -> suppressionList.add(Channel.SMS, PHONE, "bounced"));
    assertThat(deliver("a").outcome())
        .isEqualTo(new Suppressed(SuppressionReason.SUPPRESSION_LIST));
  }

  @Test
  void inQuietHoursAMessageIsHeldAndSentInTheMorning() {
    moveToHour(22);
    assertThat(deliver("a").outcome()).isInstanceOf(Held.class);
    assertThat(deliver("a").outcome()).isInstanceOf(Held.class);
    assertThat(onlyEntry().reason()).isEqualTo("quiet-hours");
    assertThat(onlyEntry().heldUntil()).isAfter(clock.instant());
    moveToHour(8);
    assertThat(deliver("a").outcome()).isInstanceOf(Sent.class);
    assertThat(onlyEntry().status()).isEqualTo("sent");
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isEqualTo(1);
  }

  @Test
  void stopInTheNightTurnsWhatIsHeldIntoSuppressed() {
    moveToHour(22);
    deliver("a");
    church.run(() -> stopList.add(PHONE, "test"));
    assertThat(onlyEntry().status()).isEqualTo("suppressed");
    moveToHour(8);
    assertThat(deliver("a").outcome()).isEqualTo(new Suppressed(SuppressionReason.STOPPED));
    assertThat(church.count("SELECT count(*) FROM sandbox_message")).isZero();
  }

  @Test
  void theLogCountsSegmentsAndFollowsTheLanguage() {
    deliver("a");
    MessageEntry entry = onlyEntry();
    assertThat(entry.language()).isEqualTo("es");
    assertThat(entry.segments()).isEqualTo(1);
    assertThat(entry.body()).startsWith("Hola Ana");
  }

  @Test
  void theLogIsReadPageByPage() {
    for (int i = 0; i < 5; i++) {
      deliver("k" + i);
    }
    var first =
        church.call(
            () -> log.list(new MessageFilter(null, "sent", null, null, 3), Reach.EVERYTHING));
    var second =
        church.call(
            () -> log.list(new MessageFilter(null, null, null, first.next(), 3), Reach.EVERYTHING));
    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(2);
    assertThat(second.next()).isNull();
    assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
    assertThatThrownBy(() -> new MessageFilter(null, "lost", null, null, 3))
        .hasMessageContaining("held");
  }

  @Test
  void aTemplateThatNobodyWroteIsAnErrorThatNamesIt() {
    DeliveryRequest unknown = request("u", Channel.SMS, PHONE, "no-such-text");
    assertThatThrownBy(() -> church.run(() -> deliverMessage.deliver(unknown)))
        .isInstanceOf(UnknownTemplateException.class)
        .hasMessageContaining("no-such-text");
  }

  @Test
  void whatOneChurchSendsAnotherDoesNotSee() {
    Church other = newChurch();
    deliver("a");
    assertThat(other.call(() -> log.list(MessageFilter.about("subject"), Reach.EVERYTHING)).items())
        .isEmpty();
    assertThat(other.call(() -> deliverMessage.deliver(request("a"))).outcome())
        .isEqualTo(new Suppressed(SuppressionReason.NO_CONSENT));
  }

  private Delivery deliver(String key) {
    return church.call(() -> deliverMessage.deliver(request(key)));
  }

  private static DeliveryRequest request(String key) {
    return request(key, Channel.SMS, PHONE, "guest-thank-you");
  }

  private static DeliveryRequest request(
      String key, Channel channel, @Nullable String address, String template) {
    return new DeliveryRequest(
        key,
        "subject",
        null,
        channel,
        address,
        template,
        "es",
        Map.of(
            TemplateVariable.FIRST_NAME, "Ana",
            TemplateVariable.CHURCH_NAME, "Grace",
            TemplateVariable.UNIT_NAME, "Downtown"));
  }

  private MessageEntry onlyEntry() {
    List<MessageEntry> entries =
        church.call(() -> log.list(MessageFilter.about("subject"), Reach.EVERYTHING)).items();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
