package org.verger.guests;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.UnitId;

/**
 * A guest as stored.
 *
 * @param phone E.164
 * @param language ISO 639 code
 * @param campaign the code of what brought the guest, as it was given
 * @param unitId the unit that cares for the guest; null while the church has no units
 * @param version grows with each change
 */
public record Guest(
    GuestId id,
    String firstName,
    String lastName,
    @Nullable String phone,
    @Nullable String email,
    String language,
    @Nullable String campaign,
    @Nullable UnitId unitId,
    Stage stage,
    Instant stageSince,
    int version) {

  /** Without the person's data. */
  @Override
  public String toString() {
    return "guest " + id;
  }
}
