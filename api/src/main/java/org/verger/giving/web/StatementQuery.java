package org.verger.giving.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.giving.StatementFilter;
import org.verger.validation.Parameters;
import org.verger.web.Given;

/** What a list of statements is narrowed to, as the address has it. */
record StatementQuery(@Nullable String year, @Nullable String search, @Nullable String state) {

  /** The parameters that are given, for the address of another page of the list. */
  Map<String, String> given() {
    return Given.named("year", year, "search", search, "state", state);
  }

  boolean restricts() {
    return !given().isEmpty();
  }

  /**
   * The filter.
   *
   * @throws org.verger.validation.InvalidInputException naming the one that cannot be read
   */
  StatementFilter filter() {
    return StatementFilter.of(new Parameters(given()));
  }
}
