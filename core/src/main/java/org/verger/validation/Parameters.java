package org.verger.validation;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Texts by name, as in an address. One that is blank counts as missing.
 *
 * @param values by name
 */
public record Parameters(Map<String, String> values) {

  public Parameters {
    values = Map.copyOf(values);
  }

  /** The text without blanks around it; null when it is missing. */
  public @Nullable String text(String name) {
    String value = values.getOrDefault(name, "").replace("\0", "").strip();
    return value.isEmpty() ? null : value;
  }

  /**
   * A day; null when it is missing.
   *
   * @throws InvalidInputException naming the parameter, when it is none
   */
  public @Nullable LocalDate date(String name) {
    String text = text(name);
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeParseException wrong) {
      throw InvalidInputException.of(name, "Give the day as in 2026-11-21");
    }
  }

  /**
   * An id; null when it is missing.
   *
   * @throws InvalidInputException naming the parameter, when it is none
   */
  public @Nullable UUID id(String name) {
    String text = text(name);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException wrong) {
      throw InvalidInputException.of(name, "Give the id of one that exists");
    }
  }

  /**
   * One of a few words.
   *
   * @param otherwise when it is missing
   * @throws InvalidInputException naming the parameter, when it is another word
   */
  public String oneOf(String name, String otherwise, List<String> words) {
    String text = text(name);
    if (text != null && !words.contains(text)) {
      throw InvalidInputException.of(name, "Give one of " + String.join(", ", words));
    }
    return text == null ? otherwise : text;
  }

  /**
   * What is made of the parameters.
   *
   * @throws IllegalArgumentException when one cannot be read
   */
  public static <T> T read(Map<String, String> values, Function<Parameters, T> reading) {
    try {
      return reading.apply(new Parameters(values));
    } catch (InvalidInputException invalid) {
      throw new IllegalArgumentException(
          invalid.errors().getFirst().field() + ": " + invalid.errors().getFirst().message(),
          invalid);
    }
  }
}
