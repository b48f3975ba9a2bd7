package org.verger.guests;

/** There is no such guest, or none that the person who asks may see. */
public final class UnknownGuestException extends RuntimeException {

  UnknownGuestException(GuestId id) {
    super("There is no guest " + id);
  }
}
