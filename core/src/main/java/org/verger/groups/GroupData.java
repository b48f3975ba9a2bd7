package org.verger.groups;

import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;
import org.verger.validation.Fields;
import org.verger.validation.InvalidInputException;

/** What is known of a group, checked. */
record GroupData(
    String name,
    UnitId unit,
    GroupKind kind,
    @Nullable String description,
    @Nullable Integer meetingDay,
    @Nullable LocalTime meetingTime,
    @Nullable String place,
    boolean active) {

  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_TEXT = 4000;

  /**
   * Reads the form.
   *
   * @throws InvalidInputException naming all fields that are wrong
   */
  static GroupData of(GroupForm form) {
    Fields fields = new Fields();
    String name = fields.required("name", form.name(), LONGEST_NAME, "Give the group a name");
    UUID unit = fields.id("unit", form.unit());
    GroupKind kind = fields.read("kind", form.kind(), GroupKind::of);
    String description = fields.text("description", form.description(), LONGEST_TEXT);
    Integer day = fields.read("meetingDay", form.meetingDay(), GroupData::day);
    LocalTime time = fields.time("meetingTime", form.meetingTime());
    String place = fields.text("place", form.place(), 200);
    if (form.unit() == null || form.unit().isBlank()) {
      fields.wrong("unit", "Choose whose group it is");
    }
    fields.check();
    return new GroupData(
        name,
        new UnitId(unit == null ? new UUID(0, 0) : unit),
        kind == null ? GroupKind.SMALL_GROUP : kind,
        description,
        day,
        time,
        place,
        form.active() == null || form.active());
  }

  private static Integer day(String text) {
    if (!text.matches("[1-7]")) {
      throw new IllegalArgumentException("Give the day as 1 for Monday to 7 for Sunday");
    }
    return Integer.valueOf(text);
  }
}
