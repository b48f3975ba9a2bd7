package org.verger.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Unit;

/** The units of the church by what files call them. */
public final class UnitNames {

  private final Map<UUID, Unit> byId = new HashMap<>();
  private final Map<String, Optional<Unit>> byName = new HashMap<>();

  UnitNames(List<Unit> units) {
    units.forEach(unit -> byId.put(unit.id().value(), unit));
    // Two of one name: neither is meant.
    units.forEach(
        unit ->
            byName.merge(key(unit.name()), Optional.of(unit), (one, other) -> Optional.empty()));
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The only unit of that name; null when there is none or more than one. */
  public @Nullable Unit named(String name) {
    return byName.getOrDefault(key(name), Optional.empty()).orElse(null);
  }

  /** The unit with that id; null when there is none. */
  public @Nullable Unit byId(UUID id) {
    return byId.get(id);
  }
}
