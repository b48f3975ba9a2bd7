package org.verger.groups;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The groups of a church by what files call them. */
public final class GroupNames {

  private final Map<String, Optional<UUID>> byName = new HashMap<>();
  private final Map<String, UUID> byExternalId = new HashMap<>();
  private final Map<UUID, UUID> units = new HashMap<>();

  private GroupNames() {}

  /** Reads them, in the transaction that is open. */
  public static GroupNames load(JdbcClient jdbc) {
    GroupNames groups = new GroupNames();
    jdbc.sql("SELECT id, unit_id, name, external_id FROM ministry_group")
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              groups.units.put(id, row.getObject("unit_id", UUID.class));
              String externalId = row.getString("external_id");
              if (externalId != null) {
                groups.byExternalId.put(externalId, id);
              }
              // Two of one name: neither is meant.
              groups.byName.merge(
                  key(row.getString("name")), Optional.of(id), (one, other) -> Optional.empty());
            });
    return groups;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** The only group of that name; null when there is none or more than one. */
  public @Nullable UUID named(String name) {
    return byName.getOrDefault(key(name), Optional.empty()).orElse(null);
  }

  /** The group that the other system calls so; null when there is none. */
  public @Nullable UUID byExternalId(String externalId) {
    return byExternalId.get(externalId);
  }

  /** The unit of a group; null when there is no such group. */
  public @Nullable UUID unitOf(UUID group) {
    return units.get(group);
  }
}
