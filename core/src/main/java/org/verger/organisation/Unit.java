package org.verger.organisation;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the church.
 *
 * @param parentId null for the root, which is the national unit
 * @param path the ids from the root down to this unit, each followed by a slash
 */
public record Unit(UnitId id, @Nullable UnitId parentId, Level level, String name, String path) {

  /** This unit and all above it, nearest first. */
  public List<UnitId> selfAndAncestors() {
    return Arrays.stream(path.split("/")).map(UnitId::parse).toList().reversed();
  }

  /** Whether {@code other} is this unit or below it. */
  public boolean contains(Unit other) {
    return other.path().startsWith(path);
  }
}
