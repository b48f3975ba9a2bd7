package org.verger.approvals;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.messages.Channel;
import org.verger.messages.DeliverMessage;
import org.verger.messages.DeliveryOutcome;
import org.verger.messages.DeliveryRequest;
import org.verger.messages.TemplateVariable;
import org.verger.money.Money;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;
import org.verger.tenants.Tenants;

/** Sends everybody one e-mail about what waits for them and what became of what they asked for. */
@Component
public class SendDigest {

  private final DigestNews news;
  private final People people;
  private final Tenants tenants;
  private final DeliverMessage deliverMessage;
  private final Journal journal;

  SendDigest(
      DigestNews news,
      People people,
      Tenants tenants,
      DeliverMessage deliverMessage,
      Journal journal) {
    this.news = news;
    this.people = people;
    this.tenants = tenants;
    this.deliverMessage = deliverMessage;
    this.journal = journal;
  }

  /** Which days' e-mails are out. */
  @Component
  record Journal(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {

    <T> T read(java.util.function.Supplier<T> work) {
      return Objects.requireNonNull(transactions.execute(open -> work.get()));
    }

    void sent(LocalDate day) {
      transactions.executeWithoutResult(
          open ->
              jdbc.sql("UPDATE approval_digest SET sent_at = ? WHERE day = ? AND sent_at IS NULL")
                  .params(Timestamp.from(clock.instant()), day)
                  .update());
    }
  }

  /**
   * Sends the e-mails of a day; each person gets one, however often it is called.
   *
   * @return when to call again for those whose mail has to wait; empty when all are out
   */
  public Optional<Instant> send(LocalDate day) {
    Map<PersonId, List<DigestNews.Item>> gathered = journal.read(() -> news.of(day));
    Optional<Instant> held =
        gathered.entrySet().stream()
            .map(entry -> send(day, entry.getKey(), entry.getValue()))
            .flatMap(Optional::stream)
            .min(Instant::compareTo);
    if (held.isEmpty()) {
      journal.sent(day);
    }
    return held;
  }

  private Optional<Instant> send(LocalDate day, PersonId id, List<DigestNews.Item> items) {
    Person person = journal.read(() -> people.find(id).orElseThrow());
    String text = journal.read(() -> text(items));
    DeliveryOutcome outcome =
        deliverMessage
            .deliver(
                new DeliveryRequest(
                    id + "/approval-digest/" + day,
                    id.toString(),
                    null,
                    Channel.EMAIL,
                    person.email(),
                    "approval-digest",
                    person.language(),
                    Map.of(
                        TemplateVariable.FIRST_NAME,
                        person.givenName(),
                        TemplateVariable.CHURCH_NAME,
                        tenants.current().name(),
                        TemplateVariable.NEWS,
                        text),
                    DeliveryRequest.Purpose.SERVICE))
            .outcome();
    return outcome instanceof DeliveryOutcome.Held waits
        ? Optional.of(waits.until())
        : Optional.empty();
  }

  private String text(List<DigestNews.Item> items) {
    return items.stream()
        .map(item -> line(item) + news.link(item).map(link -> "\n  " + link).orElse(""))
        .collect(Collectors.joining("\n"));
  }

  private static String line(DigestNews.Item item) {
    Long amount = item.amount();
    String currency = item.currency();
    String money =
        amount == null || currency == null ? "" : ", " + Money.ofMinor(amount, currency).text();
    return switch (item.kind()) {
      case "task" -> "To decide: " + item.title() + money + ", asked for by " + item.requester();
      case "reminder" -> "Still to decide: " + item.title() + money + ", " + item.requester();
      case "escalation" ->
          "Passed up to you: " + item.title() + money + ", asked for by " + item.requester();
      case "returned" ->
          yours(item, money) + " came back to you: please change it and send it again";
      case "declined" -> yours(item, money) + " was declined";
      default -> yours(item, money) + " is done";
    };
  }

  private static String yours(DigestNews.Item item, String money) {
    return "Your request \"" + item.title() + "\"" + money;
  }
}
