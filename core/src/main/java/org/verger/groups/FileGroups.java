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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.imports.RowAction;
import org.verger.imports.StagedParent;
import org.verger.people.NameKeys;

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
      @Nullable String externalId) {

    // In the order of the columns. A group stays at its unit.
    private @Nullable Object[] values() {
      return new @Nullable Object[] {
        null, name, kind, description, meetingDay, meetingTime, place, externalId
      };
    }
  }

  private static final class Entry {
    final UUID id;
    final int version;
    final @Nullable Object[] before;
    final @Nullable Object[] after;
    final long[] saidOn = new long[8];

    Entry(UUID id, int version, @Nullable Object[] values) {
      this.id = id;
      this.version = version;
      this.before = values.clone();
      this.after = values;
    }

    UUID unit() {
      return Objects.requireNonNull((UUID) after[0]);
    }

    String name() {
      return String.valueOf(after[1]);
    }

    // The first row that says something counts; a later one of the same group only fills gaps.
    void take(Given given, long line) {
      @Nullable Object[] said = given.values();
      for (int i = 0; i < said.length; i++) {
        if (said[i] != null && saidOn[i] == 0) {
          after[i] = said[i];
          saidOn[i] = line;
        }
      }
    }

    @Nullable Long otherwise(Given given) {
      @Nullable Object[] said = given.values();
      for (int i = 0; i < said.length; i++) {
        Object value = said[i];
        if (value != null && !value.equals(after[i])) {
          return saidOn[i];
        }
      }
      return null;
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
    byKey.put(key(entry.unit(), entry.name()), entry);
    if (entry.after[7] != null) {
      byKey.put("id " + entry.after[7], entry);
    }
  }

  private static String key(UUID unit, String name) {
    return unit + " " + name.toLowerCase(Locale.ROOT);
  }

  /** The unit of the group that is known by this id of another system; null when none is. */
  @Nullable UUID unitOf(String externalId) {
    Entry entry = byKey.get("id " + externalId);
    return entry == null ? null : entry.unit();
  }

  /**
   * Why the group that is known by the id of the row cannot become what the row says.
   *
   * @param reached tells whether whoever imports may write to a unit
   * @return null when nothing is in the way
   */
  @Nullable String problem(Given given, Predicate<UUID> reached) {
    Entry entry = given.externalId() == null ? null : byKey.get("id " + given.externalId());
    if (entry == null) {
      return null;
    }
    if (!reached.test(entry.unit())) {
      return "Your rights do not reach the unit that has this group";
    }
    if (!alike(entry.name(), given.name())) {
      return "The id %s is that of the group %s here: call it so, or leave the id out"
          .formatted(given.externalId(), entry.name());
    }
    Entry called = byKey.get(key(entry.unit(), given.name()));
    return called == null || called == entry
        ? null
        : "There is a group called %s at this unit already".formatted(given.name());
  }

  // The ids of two systems say nothing. A group that is renamed keeps the beginning of its name.
  private static boolean alike(String one, String other) {
    String a = NameKeys.of(one);
    String b = NameKeys.of(other);
    return one.equalsIgnoreCase(other)
        || (!a.isEmpty() && !b.isEmpty() && (a.startsWith(b) || b.startsWith(a)));
  }

  /** The group; a new one when there is none. */
  UUID of(Given given, long line) {
    Entry entry = given.externalId() == null ? null : byKey.get("id " + given.externalId());
    if (entry == null) {
      entry = byKey.computeIfAbsent(key(given.unit(), given.name()), any -> fresh(given));
      if (given.externalId() != null) {
        byKey.put("id " + given.externalId(), entry);
      }
    }
    entry.take(given, line);
    byKey.putIfAbsent(key(entry.unit(), entry.name()), entry);
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

  /** The line that said something else of the group than this; null when none did. */
  @Nullable Long otherwise(UUID id, Given given) {
    return Objects.requireNonNull(byId.get(id)).otherwise(given);
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
