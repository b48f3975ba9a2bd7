package org.verger.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/**
 * Something that a unit holds.
 *
 * @param request by which it was proposed; null when it came from another system
 * @param publishedAt null until it was approved
 */
public record Event(
    UUID id,
    @Nullable UUID request,
    UnitId unit,
    String unitName,
    String title,
    @Nullable String description,
    @Nullable String place,
    Instant startsAt,
    Instant endsAt,
    @Nullable Instant publishedAt,
    int version) {

  /** Whether it still waits for those who decide, so that only its request can change it. */
  public boolean proposed() {
    return publishedAt == null && request != null;
  }
}
