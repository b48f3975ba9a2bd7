package org.verger.organisation;

import java.util.UUID;

/** The id of a unit of the church. */
public record UnitId(UUID value) {

  public static UnitId random() {
    return new UnitId(UUID.randomUUID());
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException when it is no UUID
   */
  public static UnitId parse(String text) {
    return new UnitId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
