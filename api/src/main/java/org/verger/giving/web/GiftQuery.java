package org.verger.giving.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.giving.ContributionFilter;
import org.verger.validation.Parameters;
import org.verger.web.Given;

/** What a list of gifts is narrowed to, as the address has it. */
record GiftQuery(
    @Nullable String from,
    @Nullable String to,
    @Nullable String fund,
    @Nullable String person,
    @Nullable String unit,
    @Nullable String method,
    @Nullable String search) {

  /** The parameters that are given, for the address of another page of the list. */
  Map<String, String> given() {
    return Given.named(
        "from", from, "to", to, "fund", fund, "person", person, "unit", unit, "method", method,
        "search", search);
  }

  boolean restricts() {
    return !given().isEmpty();
  }

  /**
   * The filter.
   *
   * @throws org.verger.validation.InvalidInputException naming the one that cannot be read
   */
  ContributionFilter filter() {
    return ContributionFilter.of(new Parameters(given()));
  }
}
