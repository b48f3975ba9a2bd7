package org.verger.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;
import org.verger.validation.InvalidInputException.FieldError;

/** Finds all that is wrong with a gathering that somebody writes down. */
@Component
class GatheringCheck {

  private static final int MOST_HEADS = 1_000_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_NOTE = 2000;
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private final JdbcClient jdbc;
  private final Units units;
  private final Tenants tenants;
  private final Clock clock;

  GatheringCheck(JdbcClient jdbc, Units units, Tenants tenants, Clock clock) {
    this.jdbc = jdbc;
    this.units = units;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * The same gathering, without blanks around its name.
   *
   * @throws InvalidInputException naming all fields that are wrong
   */
  Checked check(NewGathering given) {
    List<FieldError> errors = new ArrayList<>();
    UUID unit = given.unit();
    if (unit == null || units.find(new UnitId(unit)).isEmpty()) {
      errors.add(new FieldError("unit", "Choose whose gathering it was"));
    }
    if (!belongs("ministry_group", given.group(), unit)) {
      errors.add(new FieldError("group", "Choose a group of this unit, or none"));
    }
    if (!belongs("event", given.event(), unit)) {
      errors.add(new FieldError("event", "Choose an event of this unit, or none"));
    }
    String name = given.name();
    if (name == null || name.isBlank() || name.length() > LONGEST_NAME) {
      errors.add(new FieldError("name", "Give it a name of at most 200 letters"));
    }
    LocalDate day = given.heldOn();
    if (day == null || day.isBefore(EARLIEST) || day.isAfter(nextYear())) {
      errors.add(new FieldError("heldOn", "Give the day, at most a year from now"));
    }
    Integer heads = given.headcount();
    if (heads != null && !isCount(heads)) {
      errors.add(new FieldError("headcount", "Give how many were counted, 0 or more"));
    }
    String note = given.note();
    if (note != null && note.length() > LONGEST_NOTE) {
      errors.add(new FieldError("note", "Write at most 2000 letters"));
    }
    if (!errors.isEmpty() || unit == null || name == null || day == null) {
      throw new InvalidInputException(errors);
    }
    return new Checked(given, new UnitId(unit), name.strip(), day);
  }

  /** A gathering in which nothing is wrong. */
  record Checked(NewGathering given, UnitId unit, String name, LocalDate heldOn) {}

  /** Whether so many can have been in a room. */
  static boolean isCount(int heads) {
    return heads >= 0 && heads <= MOST_HEADS;
  }

  private LocalDate nextYear() {
    return LocalDate.ofInstant(clock.instant(), tenants.current().zone()).plusYears(1);
  }

  private boolean belongs(String table, @Nullable UUID id, @Nullable UUID unit) {
    return id == null
        || jdbc.sql("SELECT EXISTS (SELECT FROM %s WHERE id = ? AND unit_id = ?)".formatted(table))
            .param(id)
            .param(unit)
            .query(Boolean.class)
            .single();
  }
}
