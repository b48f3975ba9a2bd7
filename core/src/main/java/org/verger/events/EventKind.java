package org.verger.events;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.verger.approvals.ExecutionFailedException;
import org.verger.approvals.RequestId;
import org.verger.approvals.RequestKind;
import org.verger.organisation.Area;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;

/** Proposals of events. */
@Component
class EventKind implements RequestKind {

  private final Events events;
  private final Units units;
  private final Tenants tenants;
  private final Clock clock;

  EventKind(Events events, Units units, Tenants tenants, Clock clock) {
    this.events = events;
    this.units = units;
    this.tenants = tenants;
    this.clock = clock;
  }

  @Override
  public String code() {
    return "event";
  }

  @Override
  public String startMessage() {
    return "event-proposed";
  }

  @Override
  public Area area() {
    return Area.EVENTS;
  }

  @Override
  public String doneStatus() {
    return "published";
  }

  @Override
  public List<Fact> facts(RequestId request) {
    Event event = events.require(request);
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Event", event.title()));
    facts.add(Fact.of("Of", units.require(event.unit()).name()));
    facts.add(
        new Fact("Begins", local(event.startsAt()), event.startsAt().isBefore(clock.instant())));
    facts.add(Fact.of("Ends", local(event.endsAt())));
    String place = event.place();
    if (place != null && !place.isBlank()) {
      facts.add(Fact.of("Where", place));
    }
    String description = event.description();
    if (description != null && !description.isBlank()) {
      facts.add(Fact.of("About", description));
    }
    return facts;
  }

  private String local(Instant at) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(Locale.US)
        .format(at.atZone(tenants.current().zone()))
        .replace('\u202f', ' ');
  }

  @Override
  public void execute(RequestId request) {
    Event event = events.require(request);
    if (event.publishedAt() == null && event.endsAt().isBefore(clock.instant())) {
      throw new ExecutionFailedException(
          "The event was over before it was approved, so it cannot be published");
    }
    events.publish(request);
  }
}
