package org.verger.batch.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.verger.batch.Rhythm;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;
import org.verger.web.Given;

/**
 * A rhythm as it was sent.
 *
 * @param every day, week, month or year
 * @param day of the week from Monday as 1, or of the month
 */
record RhythmFields(
    @Nullable String every, @Nullable String time, @Nullable Integer day, @Nullable Integer month) {

  static RhythmFields of(Rhythm rhythm) {
    return new RhythmFields(
        rhythm.every().code(), rhythm.time().toString(), rhythm.day(), rhythm.month());
  }

  /**
   * The rhythm.
   *
   * @throws InvalidInputException naming all that is wrong
   */
  Rhythm read() {
    List<FieldError> errors = new ArrayList<>();
    Rhythm.Every often = often(errors);
    LocalTime at = at(errors);
    int onDay = often == Rhythm.Every.DAY || day == null ? 1 : day;
    int inMonth = often == Rhythm.Every.YEAR && month != null ? month : 1;
    if (onDay < 1 || onDay > (often == Rhythm.Every.WEEK ? 7 : 31)) {
      errors.add(
          new FieldError(
              "day", "Give a day of the week from 1 for Monday to 7, or of the month up to 31"));
    }
    if (inMonth < 1 || inMonth > 12) {
      errors.add(new FieldError("month", "Give a month from 1 to 12"));
    }
    if (!errors.isEmpty()) {
      throw new InvalidInputException(errors);
    }
    return new Rhythm(often, at, onDay, inMonth);
  }

  private Rhythm.Every often(List<FieldError> errors) {
    Optional<Rhythm.Every> known =
        Arrays.stream(Rhythm.Every.values())
            .filter(one -> one.code().equals(Given.text(every)))
            .findFirst();
    if (known.isEmpty()) {
      errors.add(new FieldError("every", "Choose day, week, month or year"));
    }
    return known.orElse(Rhythm.Every.DAY);
  }

  private LocalTime at(List<FieldError> errors) {
    try {
      return LocalTime.parse(Given.text(time)).truncatedTo(ChronoUnit.MINUTES);
    } catch (DateTimeParseException wrong) {
      errors.add(new FieldError("time", "Give the time as in 02:00"));
      return LocalTime.MIDNIGHT;
    }
  }
}
