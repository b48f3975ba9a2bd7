package org.verger.events;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.exports.ExportedList;
import org.verger.organisation.Access;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;
import org.verger.validation.Parameters;

/** Events as a file. */
@Component
class EventsExport implements ExportedList {

  private final EventList events;
  private final Access access;

  EventsExport(EventList events, Access access) {
    this.events = events;
    this.access = access;
  }

  @Override
  public String name() {
    return "events";
  }

  @Override
  public Area area() {
    return Area.EVENTS;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "Event ID", "Title", "Unit", "Starts", "Ends", "Place", "Description", "Published");
  }

  @Override
  @Transactional(readOnly = true)
  public void write(Map<String, String> filter, PersonId reader, Rows rows) {
    events.each(
        Parameters.read(filter, EventFilter::of),
        access.reachOf(reader, area()),
        event ->
            rows.add(
                Arrays.asList(
                    event.id().toString(),
                    event.title(),
                    event.unitName(),
                    event.startsAt(),
                    event.endsAt(),
                    event.place(),
                    event.description(),
                    event.publishedAt())));
  }
}
