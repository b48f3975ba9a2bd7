package org.verger.organisation.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Area;
import org.verger.organisation.Extent;
import org.verger.organisation.Level;
import org.verger.organisation.Role;
import org.verger.organisation.UnitId;
import org.verger.validation.InvalidInputException;

/** Reads what was sent; each method names the field that is wrong and what it can be. */
final class Asked {

  private Asked() {}

  static String text(@Nullable String value) {
    return value == null ? "" : value.strip();
  }

  static UUID id(String field, @Nullable String value) {
    try {
      return UUID.fromString(text(value));
    } catch (IllegalArgumentException wrong) {
      throw InvalidInputException.of(field, "Give the id of one that exists");
    }
  }

  static UnitId unit(String field, @Nullable String value) {
    return new UnitId(id(field, value));
  }

  static Level level(@Nullable String value) {
    try {
      return Level.of(text(value));
    } catch (IllegalArgumentException wrong) {
      throw oneOf("level", Arrays.stream(Level.values()), Level::code);
    }
  }

  static Area area(@Nullable String value) {
    return Area.of(text(value))
        .orElseThrow(() -> oneOf("area", Arrays.stream(Area.values()), Area::code));
  }

  static Extent extent(@Nullable String value) {
    return Extent.of(text(value))
        .orElseThrow(() -> oneOf("extent", Arrays.stream(Extent.values()), Extent::code));
  }

  /** A role by its code, or by its name with blanks and capitals. */
  static Role role(@Nullable String value) {
    try {
      return new Role(text(value).toLowerCase(Locale.ROOT).replaceAll("\\s+", "-"));
    } catch (IllegalArgumentException wrong) {
      throw InvalidInputException.of("role", String.valueOf(wrong.getMessage()));
    }
  }

  private static <T> InvalidInputException oneOf(
      String field, Stream<T> values, Function<T, String> code) {
    List<String> codes = values.map(code).toList();
    return InvalidInputException.of(field, "Give one of " + String.join(", ", codes));
  }
}
