package org.verger.guests;

/** There is no such guest, or none that the person who asks may see. */
public final class UnknownGuestException extends RuntimeException {

  UnknownGuestException(GuestId id) {
    this(id.toString());
  }

  /** For what somebody gave as an id, whether it has the shape of one or not. */
  public UnknownGuestException(String id) {
    super("There is no guest " + id);
  }
}
