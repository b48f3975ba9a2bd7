package org.verger.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.validation.Parameters;

/**
 * Which events to list. What is null does not restrict; without a first and a last day only what is
 * not over yet is listed.
 *
 * @param from first day, by the church's calendar
 * @param to last day on which one begins
 * @param unit with all units below it
 * @param published yes, no, or all
 * @param search a part of the title
 */
public record EventFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable UUID unit,
    String published,
    @Nullable String search) {

  /** The choices of what is published. */
  public static final List<String> PUBLISHED = List.of("yes", "no", "all");

  /** What is published and to come. */
  public static final EventFilter TO_COME = new EventFilter(null, null, null, "yes", null);

  /**
   * Reads {@code from}, {@code to}, {@code unit}, {@code published} and {@code search}.
   *
   * @throws org.verger.validation.InvalidInputException naming the one that cannot be read
   */
  public static EventFilter of(Parameters given) {
    return new EventFilter(
        given.date("from"),
        given.date("to"),
        given.id("unit"),
        given.oneOf("published", "yes", PUBLISHED),
        given.text("search"));
  }
}
