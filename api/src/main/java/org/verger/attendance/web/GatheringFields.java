package org.verger.attendance.web;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.verger.attendance.Gathering;
import org.verger.attendance.NewGathering;
import org.verger.web.Given;

/** The form of a gathering, as it was typed. */
record GatheringFields(
    @Nullable String unit,
    @Nullable String group,
    @Nullable String event,
    @Nullable String name,
    @Nullable String heldOn,
    @Nullable String startsAt,
    @Nullable String headcount,
    @Nullable String note) {

  static GatheringFields of(Gathering one) {
    LocalTime starts = one.startsAt();
    Integer heads = one.headcount();
    return new GatheringFields(
        one.unit().toString(),
        one.group() == null ? null : one.group().toString(),
        one.event() == null ? null : one.event().toString(),
        one.name(),
        one.heldOn().toString(),
        starts == null ? null : starts.toString(),
        heads == null ? null : heads.toString(),
        one.note());
  }

  NewGathering gathering() {
    return new NewGathering(
        Given.anyId(unit),
        Given.anyId(group),
        Given.anyId(event),
        Given.optional(name),
        Given.day(heldOn),
        GatheringsApi.time(startsAt),
        heads(headcount),
        Given.optional(note));
  }

  /** A number; null for none, and one that nobody can count for what is none. */
  static @Nullable Integer heads(@Nullable String typed) {
    String text = Given.text(typed).replace(",", "");
    if (text.isEmpty()) {
      return null;
    }
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : Integer.valueOf(-1);
  }
}
