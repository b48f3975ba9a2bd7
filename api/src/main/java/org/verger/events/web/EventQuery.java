package org.verger.events.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.events.EventFilter;
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
    Map<String, String> given = new LinkedHashMap<>();
    put(given, "from", from);
    put(given, "to", to);
    put(given, "unit", unit);
    put(given, "published", published);
    put(given, "search", search);
    return given;
  }

  private static void put(Map<String, String> given, String name, @Nullable String value) {
    if (!Given.text(value).isEmpty()) {
      given.put(name, Given.text(value));
    }
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
    return EventFilter.of(Given.parameters(given()));
  }
}
