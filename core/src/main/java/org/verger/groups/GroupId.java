package org.verger.groups;

import java.util.UUID;

/** The id of a group of the church. */
public record GroupId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
