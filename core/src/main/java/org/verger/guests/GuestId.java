package org.verger.guests;

import java.util.UUID;

/** The id of a guest. */
public record GuestId(UUID value) {

  public static GuestId random() {
    return new GuestId(UUID.randomUUID());
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException when it is no UUID
   */
  public static GuestId parse(String text) {
    return new GuestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
