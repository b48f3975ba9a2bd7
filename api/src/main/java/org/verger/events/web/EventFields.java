package org.verger.events.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verger.events.Event;
import org.verger.events.ProposeEvent;
import org.verger.organisation.UnitId;
import org.verger.requests.LocalTimes;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Given;

/** The form by which people propose an event, as it was typed; times of the church's clock. */
record EventFields(
    @Nullable String unit,
    @Nullable String title,
    @Nullable String description,
    @Nullable String place,
    @Nullable String startsAt,
    @Nullable String endsAt) {

  static final EventFields EMPTY = new EventFields(null, null, null, null, null, null);

  static EventFields of(Event event, ZoneId zone) {
    return new EventFields(
        event.unit().toString(),
        event.title(),
        event.description(),
        event.place(),
        LocalTimes.write(event.startsAt(), zone),
        LocalTimes.write(event.endsAt(), zone));
  }

  /**
   * What is proposed.
   *
   * @throws InvalidInputException naming all that is missing
   */
  ProposeEvent.Wanted wanted(ZoneId zone) {
    Optional<Instant> starts = LocalTimes.parse(startsAt, zone);
    Optional<Instant> ends = LocalTimes.parse(endsAt, zone);
    List<FieldError> missing = new ArrayList<>();
    miss(missing, "title", Given.text(title).isEmpty(), "Give the event a name");
    miss(missing, "unit", Given.text(unit).isEmpty(), "Choose whose event it is");
    miss(missing, "startsAt", starts.isEmpty(), "Say when it begins");
    miss(missing, "endsAt", ends.isEmpty(), "Say when it ends");
    if (!missing.isEmpty()) {
      throw new InvalidInputException(missing);
    }
    return new ProposeEvent.Wanted(
        new UnitId(Given.id("unit", unit)),
        Given.text(title),
        Given.optional(description),
        Given.optional(place),
        starts.orElseThrow(),
        ends.orElseThrow());
  }

  private static void miss(List<FieldError> missing, String field, boolean is, String message) {
    if (is) {
      missing.add(new FieldError(field, message));
    }
  }
}
