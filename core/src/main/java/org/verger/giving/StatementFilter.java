package org.verger.giving;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Reach;
import org.verger.paging.Conditions;
import org.verger.validation.InvalidInputException;
import org.verger.validation.Parameters;

/**
 * Which statements to list. What is null does not restrict.
 *
 * @param state one of {@link #STATES}
 * @param search a part of the giver's name, or the number
 */
public record StatementFilter(
    @Nullable Integer year, @Nullable String state, @Nullable String search) {

  /** Made once; replaced by a later version; left without a gift. */
  public static final List<String> STATES = List.of("first", "corrected", "empty");

  private static final int LAST_YEAR = 9999;

  /**
   * Reads {@code year}, {@code state} and {@code search}.
   *
   * @throws InvalidInputException naming the one that cannot be read
   */
  public static StatementFilter of(Parameters given) {
    String state = given.text("state");
    return new StatementFilter(
        year(given.text("year")),
        state == null ? null : given.oneOf("state", state, STATES),
        given.text("search"));
  }

  private static @Nullable Integer year(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > LAST_YEAR) {
      throw InvalidInputException.of("year", "Give the year as in 2026");
    }
    return Integer.valueOf(text);
  }

  // A statement is shown where each of its gifts is.
  Conditions within(Reach reach) {
    Conditions conditions =
        new Conditions()
            .and(
                """
                NOT EXISTS (SELECT FROM unit u
                            WHERE u.id = ANY (v.units) AND NOT u.path LIKE ANY (:patterns))
                AND v.units <> '{}'
                """,
                "patterns",
                reach.everything() ? null : reach.patterns())
            .and("s.year = :year", "year", year)
            .and(
                """
                position(lower(:search) IN lower(v.name)) > 0
                OR :search IN (s.number::text, s.year || '-' || s.number)
                """,
                "search",
                search);
    return switch (state == null ? "" : state) {
      case "first" -> conditions.and("s.version = 1");
      case "corrected" -> conditions.and("s.version > 1 AND v.units <> '{}'");
      case "empty" -> conditions.and("v.units = '{}'");
      default -> conditions;
    };
  }
}
