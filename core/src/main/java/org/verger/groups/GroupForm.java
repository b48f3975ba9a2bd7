package org.verger.groups;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a group, as somebody wrote it.
 *
 * @param unit the id of the unit it belongs to
 * @param kind the code of a {@link GroupKind}; without one it is {@code small-group}
 * @param meetingDay 1 for Monday to 7
 * @param meetingTime as in 19:30
 * @param active whether it meets at present; null counts as true
 */
public record GroupForm(
    @Nullable String name,
    @Nullable String unit,
    @Nullable String kind,
    @Nullable String description,
    @Nullable String meetingDay,
    @Nullable String meetingTime,
    @Nullable String place,
    @Nullable Boolean active) {}
