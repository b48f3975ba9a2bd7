package org.verger.attendance;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A gathering as somebody writes it down; what is null was left out or could not be read. */
public record NewGathering(
    @Nullable UUID unit,
    @Nullable UUID group,
    @Nullable UUID event,
    @Nullable String name,
    @Nullable LocalDate heldOn,
    @Nullable LocalTime startsAt,
    @Nullable Integer headcount,
    @Nullable String note) {}
