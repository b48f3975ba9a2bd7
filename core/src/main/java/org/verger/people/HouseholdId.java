package org.verger.people;

import java.util.UUID;

/** The id of a family of the church. */
public record HouseholdId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
