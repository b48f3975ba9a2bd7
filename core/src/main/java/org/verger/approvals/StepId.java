package org.verger.approvals;

import java.util.UUID;

/** The id of a step, and so of the task that it is for people. */
public record StepId(UUID value) {

  public static StepId random() {
    return new StepId(UUID.randomUUID());
  }

  /**
   * Reads the form that {@link #toString} writes.
   *
   * @throws IllegalArgumentException when it is no UUID
   */
  public static StepId parse(String text) {
    return new StepId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
