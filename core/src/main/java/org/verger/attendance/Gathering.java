package org.verger.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One occasion on one day.
 *
 * @param group whose meeting it was
 * @param event what it was part of
 * @param startsAt by the church's clock
 * @param headcount how many somebody counted in the room
 * @param present how many are known to have been there
 */
public record Gathering(
    UUID id,
    UUID unit,
    String unitName,
    @Nullable UUID group,
    @Nullable String groupName,
    @Nullable UUID event,
    @Nullable String eventTitle,
    String name,
    LocalDate heldOn,
    @Nullable LocalTime startsAt,
    @Nullable Integer headcount,
    long present,
    @Nullable String note,
    int version) {

  /** Whether more are known to have been there than were counted. */
  public boolean morePresentThanCounted() {
    return headcount != null && present > headcount;
  }
}
