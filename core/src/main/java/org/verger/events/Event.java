package org.verger.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/**
 * Something that a unit holds.
 *
 * @param publishedAt null until it was approved
 */
public record Event(
    UUID id,
    UnitId unit,
    String title,
    @Nullable String description,
    @Nullable String place,
    Instant startsAt,
    Instant endsAt,
    @Nullable Instant publishedAt) {}
