package org.verger.analytics.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.verger.analytics.Grain;
import org.verger.organisation.UnitId;
import org.verger.validation.InvalidInputException;
import org.verger.web.Given;

/**
 * Which figures somebody asks for, as it was sent; what is missing has a default.
 *
 * @param unit its id; the topmost one within reach when it is missing
 * @param from the first day; twelve weeks before the last one when it is missing
 * @param to the last day; today when it is missing
 * @param grain {@code day}, {@code week} or {@code month}; weeks when it is missing
 */
record AskedRange(
    @Nullable String unit, @Nullable String from, @Nullable String to, @Nullable String grain) {

  private static final int WEEKS = 12;

  @Nullable UnitId unitId() {
    return Given.optional(unit) == null ? null : new UnitId(Given.id("unit", unit));
  }

  Grain lengths() {
    String code = Given.optional(grain);
    return code == null ? Grain.WEEK : Grain.of(code);
  }

  LocalDate last(LocalDate today) {
    return Given.optional(to) == null ? today : day("to", to);
  }

  LocalDate first(LocalDate today) {
    return Given.optional(from) == null
        ? last(today).minusWeeks(WEEKS).plusDays(1)
        : day("from", from);
  }

  /** A day as programs and date fields write it. */
  static LocalDate day(String field, @Nullable String value) {
    try {
      LocalDate day = LocalDate.parse(Given.text(value));
      if (day.getYear() < 1900 || day.getYear() > 2200) {
        throw InvalidInputException.of(field, "Give a day between 1900 and 2200");
      }
      return day;
    } catch (DateTimeParseException wrong) {
      throw InvalidInputException.of(field, "Give a day as in 2026-11-21");
    }
  }
}
