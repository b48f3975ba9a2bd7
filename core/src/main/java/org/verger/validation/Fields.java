package org.verger.validation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.verger.validation.InvalidInputException.FieldError;

/** Reads the fields of a form as people filled them in, and collects what is wrong with them. */
public final class Fields {

  private final List<FieldError> errors = new ArrayList<>();

  /** The text without white space around it; null when nothing is left. */
  public @Nullable String text(String field, @Nullable String given, int most) {
    String text = cleaned(given);
    if (text.codePointCount(0, text.length()) > most) {
      wrong(field, "Write at most %,d letters".formatted(most));
    }
    return text.isEmpty() ? null : text;
  }

  /** As {@link #text}, for what cannot be left out; the message says what to give. */
  public String required(String field, @Nullable String given, int most, String message) {
    String text = text(field, given, most);
    if (text == null) {
      wrong(field, message);
      return "";
    }
    return text;
  }

  /** What the conversion makes of it; null when nothing was given or it refuses. */
  public <T> @Nullable T read(
      String field, @Nullable String given, Function<String, @Nullable T> conversion) {
    String text = cleaned(given);
    try {
      return text.isEmpty() ? null : conversion.apply(text);
    } catch (IllegalArgumentException refused) {
      wrong(field, String.valueOf(refused.getMessage()));
      return null;
    }
  }

  /** A day as in 2026-11-21. */
  public @Nullable LocalDate day(String field, @Nullable String given) {
    try {
      return read(field, given, LocalDate::parse);
    } catch (DateTimeParseException unreadable) {
      wrong(field, "Write the day as in 2026-11-21");
      return null;
    }
  }

  /** A time of the day as in 19:30. */
  public @Nullable LocalTime time(String field, @Nullable String given) {
    try {
      return read(field, given, LocalTime::parse);
    } catch (DateTimeParseException unreadable) {
      wrong(field, "Write the time as in 19:30");
      return null;
    }
  }

  /** The id of something that exists. */
  public @Nullable UUID id(String field, @Nullable String given) {
    return read(
        field,
        given,
        text -> {
          try {
            return UUID.fromString(text);
          } catch (IllegalArgumentException none) {
            throw new IllegalArgumentException("Choose one that exists", none);
          }
        });
  }

  /** Notes that a field is wrong; the message says what to do. */
  public void wrong(String field, String message) {
    errors.add(new FieldError(field, message));
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidInputException naming all that is wrong
   */
  public void check() {
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
  }

  // Without what a database cannot hold.
  private static String cleaned(@Nullable String given) {
    if (given == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder(given.length());
    given.codePoints().filter(Fields::isText).forEach(kept::appendCodePoint);
    return kept.toString().strip();
  }

  private static boolean isText(int letter) {
    int type = Character.getType(letter);
    return letter == '\n' || (type != Character.CONTROL && type != Character.SURROGATE);
  }
}
