package org.verger.approvals;

import java.util.UUID;

/** The id of a request. */
public record RequestId(UUID value) {

  public static RequestId random() {
    return new RequestId(UUID.randomUUID());
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException when it is no UUID
   */
  public static RequestId parse(String text) {
    return new RequestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
