package org.verger.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.validation.InvalidInputException;

/** Reads fields of what was sent; each method names the field that is wrong and what it can be. */
public final class Given {

  private static final UUID NOTHING = new UUID(0, 0);

  private Given() {}

  /** Without blanks around it; empty for a missing one. */
  public static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  /** Without blanks around it; null when nothing is left. */
  public static @Nullable String optional(@Nullable String value) {
    String text = text(value);
    return text.isEmpty() ? null : text;
  }

  /** The id of something that exists. */
  public static UUID id(String field, @Nullable String value) {
    try {
      return UUID.fromString(text(value));
    } catch (IllegalArgumentException wrong) {
      throw InvalidInputException.of(field, "Give the id of one that exists");
    }
  }

  /**
   * An id for a use case that looks at all fields: null for none, and one that nothing has for a
   * text that is none.
   */
  public static @Nullable UUID anyId(@Nullable String value) {
    String text = text(value);
    try {
      return text.isEmpty() ? null : UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      return NOTHING;
    }
  }

  /** A day for a use case that looks at all fields; null when it cannot be read. */
  public static @Nullable LocalDate day(@Nullable String value) {
    try {
      return LocalDate.parse(text(value));
    } catch (DateTimeParseException none) {
      return null;
    }
  }

  /** What is not blank of names and their values, in the order given. */
  public static Map<String, String> named(@Nullable String... namesAndValues) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      String value = text(namesAndValues[at + 1]);
      if (!value.isEmpty()) {
        named.put(text(namesAndValues[at]), value);
      }
    }
    return named;
  }

  /** An instant with its offset. */
  public static Instant instant(String field, @Nullable String value) {
    try {
      return OffsetDateTime.parse(text(value)).toInstant();
    } catch (DateTimeParseException wrong) {
      throw InvalidInputException.of(field, "Give the time as in 2026-11-21T19:30:00Z");
    }
  }
}
