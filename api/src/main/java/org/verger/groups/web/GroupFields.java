package org.verger.groups.web;

import org.jspecify.annotations.Nullable;
import org.verger.groups.GroupForm;
import org.verger.groups.GroupView;

/**
 * The form of a group, as it was typed.
 *
 * @param version what was read; empty for a new one
 */
record GroupFields(
    @Nullable String name,
    @Nullable String unit,
    @Nullable String kind,
    @Nullable String description,
    @Nullable String meetingDay,
    @Nullable String meetingTime,
    @Nullable String place,
    @Nullable String active,
    @Nullable Integer version) {

  static final GroupFields EMPTY =
      new GroupFields(null, null, "small-group", null, null, null, null, "true", null);

  static GroupFields of(GroupView group) {
    return new GroupFields(
        group.name(),
        group.unitId().toString(),
        group.kind(),
        group.description(),
        group.meetingDay() == null ? null : group.meetingDay().toString(),
        group.meetingTime() == null ? null : group.meetingTime().toString(),
        group.place(),
        Boolean.toString(group.active()),
        group.version());
  }

  GroupForm form() {
    return new GroupForm(
        name, unit, kind, description, meetingDay, meetingTime, place, !"false".equals(active));
  }
}
