package org.verger.events.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.events.EventFilter;
import org.verger.validation.Parameters;
import org.verger.web.Given;

/** What a list of events is narrowed to, as the address has it. */
record EventQuery(
    @Nullable String from,
    @Nullable String to,
    @Nullable String unit,
    @Nullable String published,
    @Nullable String search) {

  /** The parameters that are given, for the address of another page of the list. */
  Map<String, String> given() {
    return Given.named(
        "from", from, "to", to, "unit", unit, "published", published, "search", search);
  }

  boolean restricts() {
    return !given().isEmpty();
  }

  /**
   * The filter.
   *
   * @throws org.verger.validation.InvalidInputException naming the one that cannot be read
   */
  EventFilter filter() {
    return EventFilter.of(new Parameters(given()));
  }
}
