package org.verger.attendance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.imports.RowAction;
import org.verger.imports.StagedParent;

/** The gatherings of a church and of a file, for the time that the file is read. */
final class FileGatherings {

  /** What makes it one gathering. */
  record Key(
      UUID unit,
      @Nullable UUID group,
      String name,
      LocalDate heldOn,
      @Nullable LocalTime startsAt) {

    Key {
      name = name.toLowerCase(Locale.ROOT);
    }
  }

  private static final class Entry {
    final UUID id;
    final int version;
    final Key key;
    final String name;
    final @Nullable Integer before;
    @Nullable Integer headcount;
    long countedOn;

    Entry(UUID id, int version, Key key, String name, @Nullable Integer headcount) {
      this.id = id;
      this.version = version;
      this.key = key;
      this.name = name;
      this.before = headcount;
      this.headcount = headcount;
    }

    RowAction action() {
      if (version == 0) {
        return RowAction.NEW;
      }
      return Objects.equals(before, headcount) ? RowAction.SAME : RowAction.CHANGED;
    }

    StagedParent staged() {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(key.unit());
      values.add(key.group());
      values.add(name);
      values.add(key.heldOn());
      values.add(key.startsAt());
      values.add(headcount);
      return new StagedParent(id, action(), version, values);
    }
  }

  private final Map<Key, Entry> byKey = new HashMap<>();

  /** Reads those of the church, in the transaction that is open. */
  static FileGatherings load(JdbcClient jdbc) {
    FileGatherings gatherings = new FileGatherings();
    jdbc
        .sql(
            """
            SELECT id, version, unit_id, group_id, name, held_on, starts_at, headcount
            FROM gathering WHERE event_id IS NULL
            """)
        .withFetchSize(5_000)
        .query(FileGatherings::read)
        .stream()
        .forEach(entry -> gatherings.byKey.put(entry.key, entry));
    return gatherings;
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    return new Entry(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        new Key(
            row.getObject("unit_id", UUID.class),
            row.getObject("group_id", UUID.class),
            row.getString("name"),
            row.getObject("held_on", LocalDate.class),
            row.getObject("starts_at", LocalTime.class)),
        row.getString("name"),
        row.getObject("headcount", Integer.class));
  }

  /**
   * The gathering; a new one when there is none. The first row that says how many were there
   * counts.
   *
   * @param headcount null when the row says nothing of it
   */
  UUID of(Key key, String name, @Nullable Integer headcount, long line) {
    Entry entry =
        byKey.computeIfAbsent(key, any -> new Entry(UUID.randomUUID(), 0, key, name, null));
    if (headcount != null && entry.countedOn == 0) {
      entry.headcount = headcount;
      entry.countedOn = line;
    }
    return entry.id;
  }

  /** The line that said another number than this one; null when none did. */
  @Nullable Long otherwise(Key key, @Nullable Integer headcount) {
    Entry entry = Objects.requireNonNull(byKey.get(key));
    return headcount == null || headcount.equals(entry.headcount) ? null : entry.countedOn;
  }

  /** Whether it is new, changed or the same by what was read so far. */
  RowAction action(Key key) {
    return Objects.requireNonNull(byKey.get(key)).action();
  }

  /** What becomes of the gatherings that the file speaks of. */
  List<StagedParent> staged() {
    return byKey.values().stream()
        .filter(entry -> entry.action() != RowAction.SAME)
        .map(Entry::staged)
        .toList();
  }
}
