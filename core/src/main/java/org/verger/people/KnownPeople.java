package org.verger.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everybody a church knows, in memory for the time that a file is read: at most some ten thousand.
 * Belongs to one thread.
 */
public final class KnownPeople {

  private static final String ALL =
      """
      SELECT id, given_name, family_name, email, phone, language, birth_date, membership, joined_on,
        household_id, household_role, unit_id, external_id, version
      FROM person
      """;

  private final Map<UUID, KnownPerson> byId = new HashMap<>();
  private final Set<UUID> serving = new HashSet<>();
  private final Map<String, KnownPerson> byExternalId = new HashMap<>();
  private final Map<String, List<KnownPerson>> byEmail = new HashMap<>();
  private final Map<String, List<KnownPerson>> byPhone = new HashMap<>();
  private final Map<String, List<KnownPerson>> byName = new HashMap<>();

  private KnownPeople() {}

  /** Reads them, in the transaction that is open. */
  public static KnownPeople load(JdbcClient jdbc) {
    KnownPeople people = new KnownPeople();
    people.serving.addAll(
        jdbc.sql("SELECT DISTINCT person_id FROM role_holding WHERE until IS NULL")
            .query(UUID.class)
            .list());
    jdbc.sql(ALL).withFetchSize(5_000).query(KnownPeople::read).stream().forEach(people::add);
    return people;
  }

  private static KnownPerson read(ResultSet row, int number) throws SQLException {
    return new KnownPerson(
        row.getObject("id", UUID.class),
        row.getString("given_name"),
        row.getString("family_name"),
        row.getString("email"),
        row.getString("phone"),
        row.getString("language"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("membership"),
        row.getObject("joined_on", LocalDate.class),
        row.getObject("household_id", UUID.class),
        row.getString("household_role"),
        row.getObject("unit_id", UUID.class),
        row.getString("external_id"),
        row.getInt("version"),
        0);
  }

  /** Adds somebody whom the file brings. */
  public void add(KnownPerson person) {
    byId.put(person.id(), person);
    if (person.externalId() != null) {
      byExternalId.putIfAbsent(person.externalId(), person);
    }
    put(byEmail, person.email(), person);
    put(byPhone, person.phone(), person);
    put(byName, NameKeys.first(person.givenName(), person.familyName()), person);
  }

  /** Keeps what becomes of somebody who is known, so that later rows are compared with that. */
  void replace(KnownPerson after) {
    KnownPerson before = byId.get(after.id());
    if (before != null) {
      if (before.externalId() != null) {
        byExternalId.remove(before.externalId(), before);
      }
      remove(byEmail, before.email(), before);
      remove(byPhone, before.phone(), before);
      remove(byName, NameKeys.first(before.givenName(), before.familyName()), before);
    }
    add(after);
  }

  private static void remove(
      Map<String, List<KnownPerson>> index, @Nullable String key, KnownPerson person) {
    List<KnownPerson> entries = key == null ? null : index.get(key);
    if (entries != null) {
      entries.remove(person);
    }
  }

  private static void put(
      Map<String, List<KnownPerson>> index, @Nullable String key, KnownPerson person) {
    if (key != null) {
      index.computeIfAbsent(key, any -> new ArrayList<>(1)).add(person);
    }
  }

  /** All of them. */
  Collection<KnownPerson> all() {
    return byId.values();
  }

  /** The person with that id, if known. */
  public @Nullable KnownPerson byId(UUID id) {
    return byId.get(id);
  }

  /** Whether they hold a role: notices with links that decide go to their address. */
  boolean serves(KnownPerson person) {
    return serving.contains(person.id());
  }

  /** The person whom the other system calls so, if known. */
  public @Nullable KnownPerson byExternalId(String externalId) {
    return byExternalId.get(externalId);
  }

  /** Those of that first given name and family name. */
  public List<KnownPerson> named(String given, String family) {
    return byName.getOrDefault(NameKeys.first(given, family), List.of());
  }

  /** Those with the e-mail address or the telephone number. */
  public Collection<KnownPerson> reachedAt(@Nullable String email, @Nullable String phone) {
    Set<KnownPerson> found = new LinkedHashSet<>();
    if (email != null) {
      found.addAll(byEmail.getOrDefault(email, List.of()));
    }
    if (phone != null) {
      found.addAll(byPhone.getOrDefault(phone, List.of()));
    }
    return found;
  }
}
