package org.verger.attendance.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.attendance.GatheringFilter;
import org.verger.validation.Parameters;
import org.verger.web.Given;

/** What a list of gatherings is narrowed to, as the address has it. */
record GatheringQuery(
    @Nullable String from,
    @Nullable String to,
    @Nullable String unit,
    @Nullable String group,
    @Nullable String event,
    @Nullable String search) {

  /** The parameters that are given, for the address of another page of the list. */
  Map<String, String> given() {
    return Given.named(
        "from", from, "to", to, "unit", unit, "group", group, "event", event, "search", search);
  }

  boolean restricts() {
    return !given().isEmpty();
  }

  /**
   * The filter.
   *
   * @throws org.verger.validation.InvalidInputException naming the one that cannot be read
   */
  GatheringFilter filter() {
    return GatheringFilter.of(new Parameters(given()));
  }
}
