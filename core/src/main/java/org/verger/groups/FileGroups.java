package org.verger.groups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.imports.RowAction;
import org.verger.imports.StagedParent;

/** The groups of a church and of a file, for the time that the file is read. */
final class FileGroups {

  /** A group as a row gives it; null is not given. */
  record Given(
      UUID unit,
      String name,
      @Nullable String kind,
      @Nullable String description,
      @Nullable Integer meetingDay,
      @Nullable LocalTime meetingTime,
      @Nullable String place,
      @Nullable String externalId) {}

  private static final class Entry {
    final UUID id;
    final int version;
    final @Nullable Object[] before;
    final @Nullable Object[] after;

    Entry(UUID id, int version, @Nullable Object[] values) {
      this.id = id;
      this.version = version;
      this.before = values.clone();
      this.after = values;
    }

    void take(Given given) {
      @Nullable Object[] said = {
        null,
        given.name(),
        given.kind(),
        given.description(),
        given.meetingDay(),
        given.meetingTime(),
        given.place(),
        given.externalId()
      };
      for (int i = 0; i < said.length; i++) {
        if (said[i] != null) {
          after[i] = said[i];
        }
      }
    }

    RowAction action() {
      if (version == 0) {
        return RowAction.NEW;
      }
      return Arrays.equals(before, after) ? RowAction.SAME : RowAction.CHANGED;
    }
  }

  private final Map<String, Entry> byKey = new HashMap<>();
  private final Map<UUID, Entry> byId = new LinkedHashMap<>();

  /** Reads those of the church, in the transaction that is open. */
  static FileGroups load(JdbcClient jdbc) {
    FileGroups groups = new FileGroups();
    jdbc.sql(
            """
            SELECT id, version, unit_id, name, kind, description, meeting_day, meeting_time, place, external_id
            FROM ministry_group
            """)
        .query(FileGroups::read)
        .list()
        .forEach(groups::enter);
    return groups;
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    @Nullable Object[] values = {
      row.getObject("unit_id", UUID.class),
      row.getString("name"),
      row.getString("kind"),
      row.getString("description"),
      row.getObject("meeting_day", Integer.class),
      row.getObject("meeting_time", LocalTime.class),
      row.getString("place"),
      row.getString("external_id")
    };
    return new Entry(row.getObject("id", UUID.class), row.getInt("version"), values);
  }

  private void enter(Entry entry) {
    byId.put(entry.id, entry);
    byKey.put(
        key(Objects.requireNonNull((UUID) entry.after[0]), String.valueOf(entry.after[1])), entry);
    if (entry.after[7] != null) {
      byKey.put("id " + entry.after[7], entry);
    }
  }

  private static String key(UUID unit, String name) {
    return unit + " " + name.toLowerCase(Locale.ROOT);
  }

  /** The group; a new one when there is none. */
  UUID of(Given given) {
    Entry entry = given.externalId() == null ? null : byKey.get("id " + given.externalId());
    if (entry == null) {
      entry = byKey.computeIfAbsent(key(given.unit(), given.name()), any -> fresh(given));
      if (given.externalId() != null) {
        byKey.put("id " + given.externalId(), entry);
      }
    }
    entry.take(given);
    return entry.id;
  }

  private Entry fresh(Given given) {
    @Nullable Object[] values = new Object[8];
    values[0] = given.unit();
    values[2] = "small-group";
    Entry entry = new Entry(UUID.randomUUID(), 0, values);
    byId.put(entry.id, entry);
    return entry;
  }

  /** Whether it is new, changed or the same by what was read so far. */
  RowAction action(UUID id) {
    return Objects.requireNonNull(byId.get(id)).action();
  }

  /** What becomes of the groups that the file speaks of. */
  List<StagedParent> staged() {
    return byId.values().stream()
        .filter(entry -> entry.action() != RowAction.SAME)
        .map(
            entry ->
                new StagedParent(
                    entry.id,
                    entry.action(),
                    entry.version,
                    new ArrayList<>(Arrays.asList(entry.after))))
        .toList();
  }
}
