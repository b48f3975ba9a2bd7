package org.verger.people.web;

import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.verger.people.HouseholdRole;
import org.verger.people.PeopleFilter;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;

/** Reads what lists are narrowed by. */
final class Filters {

  private Filters() {}

  /**
   * The filter.
   *
   * @throws InvalidInputException when a parameter cannot be read
   */
  static PeopleFilter people(Map<String, String> parameters) {
    return read(() -> PeopleFilter.of(parameters));
  }

  /** What is read; a value that cannot be read is said to its sender. */
  static <T> T read(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException unreadable) {
      throw InvalidInputException.of("filter", String.valueOf(unreadable.getMessage()));
    }
  }

  /** The place in a family. */
  static HouseholdRole role(@Nullable String code) {
    try {
      return HouseholdRole.of(Given.text(code));
    } catch (IllegalArgumentException unknown) {
      throw InvalidInputException.of("role", String.valueOf(unknown.getMessage()));
    }
  }
}
