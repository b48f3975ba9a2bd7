package org.verger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verger.imports.RowAction;
import org.verger.imports.StagedParent;

/** The families of a church and of a file, for the time that the file is read. */
final class FileHouseholds {

  /** What a row says of its family; null or empty is not given. */
  record Given(
      @Nullable String externalId,
      String name,
      String street,
      String city,
      String region,
      String postalCode,
      @Nullable String country) {

    boolean isBlank() {
      return externalId == null && name.isEmpty() && street.isEmpty();
    }
  }

  private static final class Entry {
    final UUID id;
    final int version;
    final @Nullable String[] before;
    final @Nullable String[] after;

    Entry(UUID id, int version, @Nullable String[] values) {
      this.id = id;
      this.version = version;
      this.before = values.clone();
      this.after = values;
    }

    // The first row that says something counts; a later one of the same family only fills gaps.
    final boolean[] said = new boolean[7];
    boolean isOfAnId;

    void take(@Nullable String[] given) {
      for (int i = 0; i < given.length; i++) {
        String value = given[i];
        if (value != null && !said[i]) {
          after[i] = value;
          said[i] = true;
        }
      }
    }

    boolean wouldChange(@Nullable String[] given) {
      for (int i = 0; i < given.length; i++) {
        String value = given[i];
        if (value != null && !said[i] && !value.equals(after[i])) {
          return true;
        }
      }
      return false;
    }

    boolean isChanged() {
      for (int i = 0; i < before.length; i++) {
        if (!Objects.equals(before[i], after[i])) {
          return true;
        }
      }
      return false;
    }

    StagedParent staged() {
      RowAction action =
          version == 0 ? RowAction.NEW : isChanged() ? RowAction.CHANGED : RowAction.SAME;
      List<@Nullable Object> values = new ArrayList<>();
      for (String value : after) {
        values.add(value);
      }
      return new StagedParent(id, action, version, values);
    }
  }

  private final Map<String, Entry> byKey = new HashMap<>();
  private final Map<String, Entry> ofFile = new HashMap<>();
  private final Map<UUID, Entry> byId = new LinkedHashMap<>();

  /** Reads those of the church, in the transaction that is open. */
  static FileHouseholds load(JdbcClient jdbc) {
    FileHouseholds households = new FileHouseholds();
    jdbc
        .sql(
            """
            SELECT id, version, name, street, city, region, postal_code, country, external_id
            FROM household
            """)
        .withFetchSize(5_000)
        .query(FileHouseholds::read)
        .stream()
        .forEach(households::enter);
    return households;
  }

  private static Entry read(ResultSet row, int number) throws SQLException {
    @Nullable String[] values = {
      row.getString("name"),
      row.getString("street"),
      row.getString("city"),
      row.getString("region"),
      row.getString("postal_code"),
      row.getString("country"),
      row.getString("external_id")
    };
    return new Entry(row.getObject("id", UUID.class), row.getInt("version"), values);
  }

  private void enter(Entry entry) {
    byId.put(entry.id, entry);
    String externalId = entry.after[6];
    if (externalId != null) {
      byKey.putIfAbsent("id " + externalId, entry);
    }
    byKey.putIfAbsent(place(entry.after[0], entry.after[1], entry.after[4]), entry);
  }

  private static String place(
      @Nullable String name, @Nullable String street, @Nullable String postalCode) {
    return "at "
        + NameKeys.of(Objects.requireNonNullElse(name, ""))
        + "|"
        + NameKeys.of(Objects.requireNonNullElse(street, ""))
        + "|"
        + NameKeys.of(Objects.requireNonNullElse(postalCode, ""));
  }

  /**
   * The family of a row.
   *
   * @param known the family that the person has already
   * @param familyName what a family without a name is called
   * @return null when the row says nothing of one
   */
  @Nullable UUID of(Given given, @Nullable UUID known, String familyName) {
    String name = given.name().isEmpty() ? familyName : given.name();
    if (given.isBlank() || name.isEmpty()) {
      return null;
    }
    Entry entry = find(given, known, name);
    entry.take(said(given, entry, name));
    return entry.id;
  }

  /**
   * Whether the row says something of a family that whoever imports may not say: it would join
   * people whom they do not see, or change what belongs to others too.
   */
  boolean isBeyond(Given given, @Nullable UUID known, String familyName, FamilyReach reach) {
    String name = given.name().isEmpty() ? familyName : given.name();
    if (reach.everything() || given.isBlank() || name.isEmpty()) {
      return false;
    }
    Entry entry = find(given, known, name);
    return entry.version > 0
        && (!reach.sees(entry.id)
            || (reach.isShared(entry.id) && entry.wouldChange(said(given, entry, name))));
  }

  private @Nullable String[] said(Given given, Entry entry, String name) {
    return new @Nullable String[] {
      given.name().isEmpty() && entry.before[0] != null ? null : name,
      orNull(given.street()),
      orNull(given.city()),
      orNull(given.region()),
      orNull(given.postalCode()),
      given.country(),
      given.externalId() == null || byKey.get("id " + given.externalId()) != entry
          ? null
          : given.externalId()
    };
  }

  private Entry find(Given given, @Nullable UUID known, String name) {
    if (given.externalId() != null) {
      Entry earlier = ofFile.get(given.externalId());
      if (earlier != null) {
        return earlier;
      }
      Entry entry = withId(given.externalId(), given, known, name);
      ofFile.put(given.externalId(), entry);
      entry.isOfAnId = true;
      return entry;
    }
    Entry theirs = known == null ? null : byId.get(known);
    return theirs == null || !isCalled(theirs, given.name())
        ? byKey.computeIfAbsent(place(name, given.street(), given.postalCode()), any -> fresh())
        : theirs;
  }

  private Entry withId(String id, Given given, @Nullable UUID known, String name) {
    Entry called = byKey.get("id " + id);
    if (called != null && agrees(called, given, known, name)) {
      return called;
    }
    Entry entry = withoutId(given, known, name);
    byKey.putIfAbsent("id " + id, entry);
    return entry;
  }

  // The ids of two systems say nothing. A family that moved keeps its name, and one that is called
  // otherwise its members or its address.
  private static boolean agrees(Entry entry, Given given, @Nullable UUID known, String name) {
    return entry.id.equals(known)
        || isCalled(entry, name)
        || (!given.street().isEmpty()
            && place("", given.street(), given.postalCode())
                .equals(place("", entry.after[1], entry.after[4])));
  }

  // Whom the file puts into a family of another name has moved there.
  private static boolean isCalled(Entry entry, String name) {
    return name.isEmpty()
        || NameKeys.of(name).equals(NameKeys.of(Objects.requireNonNullElse(entry.after[0], "")));
  }

  // A family that is there without an id of another system takes this one.
  private Entry withoutId(Given given, @Nullable UUID known, String name) {
    Entry theirs =
        known == null
            ? byKey.get(place(name, given.street(), given.postalCode()))
            : byId.get(known);
    return theirs == null || theirs.after[6] != null || theirs.isOfAnId ? fresh() : theirs;
  }

  private Entry fresh() {
    Entry entry = new Entry(UUID.randomUUID(), 0, new @Nullable String[7]);
    byId.put(entry.id, entry);
    return entry;
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Whether the row's family is changed by what the file says of it so far. */
  boolean isChanged(UUID id) {
    Entry entry = byId.get(id);
    return entry != null && entry.version > 0 && entry.isChanged();
  }

  /** What becomes of the families that the file speaks of. */
  List<StagedParent> staged() {
    return byId.values().stream()
        .map(Entry::staged)
        .filter(staged -> staged.action() != RowAction.SAME)
        .toList();
  }
}
