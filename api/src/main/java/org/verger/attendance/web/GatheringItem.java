package org.verger.attendance.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.attendance.Gathering;

/**
 * A gathering as the API shows it.
 *
 * @param startsAt by the church's clock
 * @param headcount how many were counted; null when nobody counted
 * @param present how many are known to have been there
 */
record GatheringItem(
    UUID id,
    UUID unit,
    @Nullable UUID group,
    @Nullable UUID event,
    String name,
    LocalDate heldOn,
    @Nullable LocalTime startsAt,
    @Nullable Integer headcount,
    long present,
    @Nullable String note,
    int version) {

  static GatheringItem of(Gathering one) {
    return new GatheringItem(
        one.id(),
        one.unit(),
        one.group(),
        one.event(),
        one.name(),
        one.heldOn(),
        one.startsAt(),
        one.headcount(),
        one.present(),
        one.note(),
        one.version());
  }
}
