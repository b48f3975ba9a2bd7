package org.verger.imports;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.money.Money;
import org.verger.organisation.Reach;
import org.verger.tenants.Tenants;
import tools.jackson.databind.JsonNode;

/** Says in words what stands in staged rows: names for ids, amounts with their currency. */
@Component
class PreviewLabels {

  private static final String PEOPLE =
      """
      SELECT p.id, concat_ws(', ', trim(p.given_name || ' ' || p.family_name),
        CASE WHEN :all OR coalesce(u.path LIKE ANY (:within), false)
          THEN concat_ws(', ', p.email, p.phone, p.birth_date) END) AS label
      FROM person p LEFT JOIN unit u ON u.id = p.unit_id WHERE p.id = ANY (:ids)
      """;

  // A shared record that the file brings is in its staging table only.
  private static final Map<String, String> NAMES =
      Map.of(
          "person_id", PEOPLE,
          "unit_id", "SELECT id, name AS label FROM unit WHERE id = ANY (:ids)",
          "fund_id", staged("fund", "import_fund", "name"),
          "household_id", staged("household", "import_household", "name"),
          "gathering_id", staged("gathering", "import_gathering", "name || ', ' || held_on"),
          "group_id", staged("ministry_group", "import_group", "name"));

  private static final String GUESTS =
      """
      SELECT g.id, concat_ws(', ', trim(g.first_name || ' ' || g.last_name),
        CASE WHEN :all OR coalesce(u.path LIKE ANY (:within), false)
          THEN concat_ws(', ', g.phone, g.email) END) AS label
      FROM guest g LEFT JOIN unit u ON u.id = g.unit_id WHERE g.id = ANY (:ids)
      """;

  private static final String EVENTS =
      """
      SELECT id, title || ', ' || (starts_at AT TIME ZONE :zone)::date AS label
      FROM event WHERE id = ANY (:ids)
      """;

  // What rows of a kind are likely duplicates of, where these are not people.
  private static final Map<String, String> CANDIDATES = Map.of("guests", GUESTS, "events", EVENTS);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final Set<String> UNSHOWN = Set.of("source_key", "currency");

  private final JdbcClient jdbc;

  private final Tenants tenants;

  PreviewLabels(JdbcClient jdbc, Tenants tenants) {
    this.jdbc = jdbc;
    this.tenants = tenants;
  }

  private static String staged(String table, String staging, String label) {
    return """
    SELECT id, %3$s AS label FROM %1$s WHERE id = ANY (:ids)
    UNION ALL SELECT target_id, %3$s FROM %2$s
    WHERE import_id = :import AND action = 'new' AND target_id = ANY (:ids)
    """
        .formatted(table, staging, label);
  }

  /** SQL for an object with these columns of a table. */
  static String object(String alias, List<String> columns) {
    return columns.stream()
        .map(column -> "'%2$s', %1$s.%2$s".formatted(alias, column))
        .collect(Collectors.joining(", ", "json_build_object(", ")"));
  }

  record Labelled(JsonNode values, @Nullable JsonNode before, List<UUID> candidates) {}

  /** Makes a row of what was labelled. */
  interface Maker<T> {
    T make(
        int number,
        Map<String, String> values,
        Map<String, String> before,
        List<PreviewRow.Candidate> candidates);
  }

  /**
   * Labels rows.
   *
   * @param contacts of whose units one sees how to reach people
   */
  <T> List<T> label(ImportFile file, Reach contacts, List<Labelled> rows, Maker<T> maker) {
    Map<UUID, String> names = names(file, contacts, rows);
    List<T> made = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Labelled row = rows.get(i);
      made.add(
          maker.make(
              i,
              words(row.values(), names),
              row.before() == null ? Map.of() : words(row.before(), names),
              row.candidates().stream()
                  .map(
                      id ->
                          new PreviewRow.Candidate(
                              id, names.getOrDefault(id, "another row of the file")))
                  .toList()));
    }
    return made;
  }

  private Map<UUID, String> names(ImportFile file, Reach contacts, List<Labelled> rows) {
    Map<UUID, String> names = new HashMap<>();
    NAMES.forEach((column, sql) -> names.putAll(named(sql, file, contacts, idsIn(rows, column))));
    Set<UUID> candidates =
        rows.stream().flatMap(row -> row.candidates().stream()).collect(Collectors.toSet());
    names.putAll(named(CANDIDATES.getOrDefault(file.kind(), PEOPLE), file, contacts, candidates));
    return names;
  }

  private static Set<UUID> idsIn(List<Labelled> rows, String column) {
    Set<UUID> ids = new HashSet<>();
    for (Labelled row : rows) {
      add(ids, row.values(), column);
      if (row.before() != null) {
        add(ids, row.before(), column);
      }
    }
    return ids;
  }

  private static void add(Set<UUID> ids, JsonNode values, String column) {
    JsonNode value = values.get(column);
    if (value != null && !value.isNull()) {
      ids.add(UUID.fromString(value.asString()));
    }
  }

  private Map<UUID, String> named(
      String sql, ImportFile file, Reach contacts, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    JdbcClient.StatementSpec query = jdbc.sql(sql).param("ids", ids.toArray(UUID[]::new));
    if (sql.contains(":import")) {
      query = query.param("import", file.id().value());
    }
    if (sql.contains(":zone")) {
      query = query.param("zone", tenants.current().zone().getId());
    }
    if (sql.contains(":within")) {
      query = query.param("all", contacts.everything()).param("within", contacts.patterns());
    }
    return query
        .query((row, number) -> Map.entry(row.getObject("id", UUID.class), row.getString("label")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, same) -> one));
  }

  private Map<String, String> words(JsonNode values, Map<UUID, String> names) {
    Map<String, String> words = new LinkedHashMap<>();
    values
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (!value.isNull() && !UNSHOWN.contains(entry.getKey())) {
                words.put(title(entry.getKey()), word(entry.getKey(), value, values, names));
              }
            });
    return words;
  }

  private static String title(String column) {
    String words =
        (NAMES.containsKey(column) ? column.replaceAll("_id$", "") : column).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private String word(String column, JsonNode value, JsonNode values, Map<UUID, String> names) {
    if (NAMES.containsKey(column)) {
      return names.getOrDefault(UUID.fromString(value.asString()), value.asString());
    }
    // Of a gathering it is only the time of day.
    if (column.endsWith("_at") && value.asString().indexOf('T') > 0) {
      return TIME.format(
          OffsetDateTime.parse(value.asString()).atZoneSameInstant(tenants.current().zone()));
    }
    return column.equals("amount")
        ? Money.ofMinor(value.asLong(), values.get("currency").asString()).text()
        : value.asString();
  }
}
