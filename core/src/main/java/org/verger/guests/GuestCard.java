package org.verger.guests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guest in a list or on the board.
 *
 * @param stage as in {@link Stage#code}
 * @param unit the name of the unit that cares for the guest
 */
public record GuestCard(
    String id,
    String firstName,
    String lastName,
    String language,
    String stage,
    Instant stageSince,
    @Nullable String campaign,
    @Nullable String unit,
    Instant createdAt) {}
