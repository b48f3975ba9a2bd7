package org.verger.analytics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.verger.messages.Channel;
import org.verger.messages.DeliverMessage;
import org.verger.messages.DeliveryInProgressException;
import org.verger.messages.DeliveryOutcome;
import org.verger.messages.DeliveryRequest;
import org.verger.messages.TemplateVariable;
import org.verger.organisation.People;
import org.verger.organisation.Person;
import org.verger.organisation.PersonId;
import org.verger.tenants.Tenants;

/**
 * Sends those who may read figures an e-mail with the figures of a week, of the units where they
 * may. Person and week are the key of the message, so that nobody gets two of a week.
 */
@Component
public class SendWeeklyReports {

  private static final int AT_ONCE = 25;

  private final ReportReaders readers;
  private final WeeklyReport report;
  private final People people;
  private final Tenants tenants;
  private final DeliverMessage deliverMessage;

  SendWeeklyReports(
      ReportReaders readers,
      WeeklyReport report,
      People people,
      Tenants tenants,
      DeliverMessage deliverMessage) {
    this.readers = readers;
    this.report = report;
    this.people = people;
    this.tenants = tenants;
    this.deliverMessage = deliverMessage;
  }

  /**
   * What became of some reports.
   *
   * @param sent taken by the channel
   * @param withheld that must not go out, as to somebody without an address
   * @param failed refused by the channel for good
   * @param later that have to wait, as for the end of quiet hours
   */
  public record Batch(int sent, int withheld, int failed, int later) {

    /** How many there were in all. */
    public int size() {
      return sent + withheld + failed + later;
    }
  }

  private enum Ending {
    SENT,
    WITHHELD,
    FAILED,
    LATER
  }

  /** The Monday of the last whole week before a day. */
  public static LocalDate weekBefore(LocalDate day) {
    return Grain.WEEK.start(day).minusWeeks(1);
  }

  /** Finds out who is to have a week's report; how many have not had it. */
  public int gather(LocalDate week) {
    return readers.gather(week);
  }

  /**
   * Sends it to some who have not had it. Call it until there is nobody left; killed, it goes on
   * where it was.
   *
   * @param week its Monday
   * @throws org.verger.messages.ChannelUnavailableException when the channel is in trouble that
   *     passes
   */
  public Batch next(LocalDate week) {
    List<Ending> endings =
        readers.next(week, AT_ONCE).stream().map(reader -> send(week, reader)).toList();
    return new Batch(
        count(endings, Ending.SENT),
        count(endings, Ending.WITHHELD),
        count(endings, Ending.FAILED),
        count(endings, Ending.LATER));
  }

  /** When those can be written to who have to wait; empty when nobody has to. */
  public Optional<Instant> rest(LocalDate week) {
    return readers.nextTime(week);
  }

  private static int count(List<Ending> endings, Ending wanted) {
    return (int) endings.stream().filter(ending -> ending == wanted).count();
  }

  private Ending send(LocalDate week, PersonId reader) {
    try {
      return settle(week, reader, deliver(week, people.find(reader).orElseThrow()));
    } catch (DeliveryInProgressException another) {
      return putOff(week, reader, another.until());
    }
  }

  private Ending settle(LocalDate week, PersonId reader, DeliveryOutcome outcome) {
    if (outcome instanceof DeliveryOutcome.Held held) {
      return putOff(week, reader, held.until());
    }
    readers.settle(week, reader);
    return switch (outcome) {
      case DeliveryOutcome.Sent sent -> Ending.SENT;
      case DeliveryOutcome.Suppressed suppressed -> Ending.WITHHELD;
      case DeliveryOutcome.Failed failed -> Ending.FAILED;
      case DeliveryOutcome.Held held -> Ending.LATER;
    };
  }

  private Ending putOff(LocalDate week, PersonId reader, Instant until) {
    readers.putOff(week, reader, until);
    return Ending.LATER;
  }

  private DeliveryOutcome deliver(LocalDate week, Person person) {
    String language = tenants.current().languageFor(person.language());
    return deliverMessage
        .deliver(
            new DeliveryRequest(
                person.id() + "/weekly-report/" + week,
                person.id().toString(),
                null,
                Channel.EMAIL,
                person.email(),
                "weekly-report",
                language,
                Map.of(
                    TemplateVariable.FIRST_NAME,
                    person.givenName(),
                    TemplateVariable.CHURCH_NAME,
                    tenants.current().name(),
                    TemplateVariable.NEWS,
                    report.write(person.id(), week, new ReportWords(language))),
                DeliveryRequest.Purpose.SERVICE))
        .outcome();
  }
}
