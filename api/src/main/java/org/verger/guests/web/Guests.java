package org.verger.guests.web;

import org.verger.guests.GuestDetails;
import org.verger.guests.GuestId;
import org.verger.guests.GuestView;
import org.verger.guests.UnknownGuestException;
import org.verger.organisation.PersonId;

/** Finds guests for a request. */
final class Guests {

  private Guests() {}

  /** The id, where it has the shape of one; another text is nobody's id. */
  static GuestId id(String text) {
    try {
      return GuestId.parse(text);
    } catch (IllegalArgumentException notAnId) {
      throw new UnknownGuestException(text);
    }
  }

  /**
   * The guest that the person may see.
   *
   * @throws UnknownGuestException when there is none: beyond one's reach is not told from missing
   */
  static GuestView inReach(GuestDetails details, GuestId id, PersonId by) {
    return details.find(id, by).orElseThrow(() -> new UnknownGuestException(id.toString()));
  }
}
