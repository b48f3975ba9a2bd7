package org.verger.web;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.validation.InvalidInputException;

/** Reads fields of what was sent; each method names the field that is wrong and what it can be. */
public final class Given {

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

  /** An instant with its offset. */
  public static Instant instant(String field, @Nullable String value) {
    try {
      return OffsetDateTime.parse(text(value)).toInstant();
    } catch (DateTimeParseException wrong) {
      throw InvalidInputException.of(field, "Give the time as in 2026-11-21T19:30:00Z");
    }
  }
}
