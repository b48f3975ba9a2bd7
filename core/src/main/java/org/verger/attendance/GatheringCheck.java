package org.verger.attendance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.organisation.UnitId;
import org.verger.organisation.Units;
import org.verger.tenants.Tenants;
import org.verger.validation.Fields;

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
   * The same gathering, as it can be kept.
   *
   * @throws org.verger.validation.InvalidInputException naming all fields that are wrong
   */
  Checked check(NewGathering given) {
    Fields fields = new Fields();
    UUID unit = given.unit();
    if (unit == null || units.find(new UnitId(unit)).isEmpty()) {
      fields.wrong("unit", "Choose whose gathering it was");
    }
    if (!belongs("ministry_group", given.group(), unit)) {
      fields.wrong("group", "Choose a group of this unit, or none");
    }
    if (!belongs("event", given.event(), unit)) {
      fields.wrong("event", "Choose an event of this unit, or none");
    }
    String name =
        fields.required(
            "name", given.name(), LONGEST_NAME, "Give it a name of at most 200 letters");
    LocalDate day = given.heldOn();
    if (day == null || day.isBefore(EARLIEST) || day.isAfter(nextYear())) {
      fields.wrong("heldOn", "Give the day, at most a year from now");
    }
    Integer heads = given.headcount();
    if (heads != null && !isCount(heads)) {
      fields.wrong("headcount", "Give how many were counted, 0 or more");
    }
    String note = fields.text("note", given.note(), LONGEST_NOTE);
    fields.check();
    return new Checked(
        given, new UnitId(Objects.requireNonNull(unit)), name, Objects.requireNonNull(day), note);
  }

  /** A gathering in which nothing is wrong. */
  record Checked(
      NewGathering given, UnitId unit, String name, LocalDate heldOn, @Nullable String note) {}

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
