package org.verger.organisation;

import java.util.List;

/**
 * How far somebody sees.
 *
 * @param everything whether the whole church is within reach
 * @param paths the paths of the units that the person has a role at; what is below counts too
 */
public record Reach(boolean everything, List<String> paths) {

  /** The reach of admins, operators, and of work that no person asked for. */
  public static final Reach EVERYTHING = new Reach(true, List.of());

  public Reach {
    paths = List.copyOf(paths);
  }

  /** Whether the unit, or one above it, is held. */
  public boolean covers(Unit unit) {
    return everything || paths.stream().anyMatch(unit.path()::startsWith);
  }

  /** Whether nothing is within it. */
  public boolean nothing() {
    return !everything && paths.isEmpty();
  }

  /** For SQL {@code LIKE ANY}: the prefixes of the paths within reach. */
  public String[] patterns() {
    return everything
        ? new String[] {"%"}
        : paths.stream().map(path -> path + "%").toArray(String[]::new);
  }
}
