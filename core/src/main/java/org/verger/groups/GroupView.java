package org.verger.groups;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group.
 *
 * @param kind as in {@link GroupKind#code}
 * @param meetingDay 1 for Monday to 7
 * @param size how many belong to it at present
 * @param members leaders first; empty in lists
 * @param version grows with each change of the group itself
 */
public record GroupView(
    UUID id,
    String name,
    String kind,
    UUID unitId,
    String unit,
    @Nullable String description,
    @Nullable Integer meetingDay,
    @Nullable LocalTime meetingTime,
    @Nullable String place,
    boolean active,
    long size,
    List<Member> members,
    int version) {

  public GroupView {
    members = List.copyOf(members);
  }

  /** This one with its members. */
  GroupView with(List<Member> those) {
    return new GroupView(
        id,
        name,
        kind,
        unitId,
        unit,
        description,
        meetingDay,
        meetingTime,
        place,
        active,
        size,
        those,
        version);
  }

  /**
   * Somebody who belongs or belonged to the group.
   *
   * @param name given and family name
   * @param role as in {@link GroupRole#code}
   * @param until the day on which they left; null while they belong to it
   */
  public record Member(
      UUID person, String name, String role, LocalDate since, @Nullable LocalDate until) {}
}
