package org.verger.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of records, and the staging table whose rows go into it.
 *
 * @param name the table
 * @param staging the staging table
 * @param key the columns that name a record: {@code id}, which is {@code target_id} in the staging
 *     table, or columns that both have
 * @param columns the columns that both have and that an import writes
 * @param onInsert further columns of a new record, each with SQL for its value; {@code :now} is
 *     known
 * @param givesId whether a new record takes its id from {@code target_id}, or else the table makes
 *     it
 * @param versioned whether records can change; those that cannot are only added and removed
 */
public record MergedTable(
    String name,
    String staging,
    List<String> key,
    List<String> columns,
    Map<String, String> onInsert,
    boolean givesId,
    boolean versioned) {

  public MergedTable {
    key = List.copyOf(key);
    columns = List.copyOf(columns);
    onInsert = Map.copyOf(onInsert);
  }

  /** A table whose records have an id that the import makes. */
  public static MergedTable withId(
      String name, String staging, Map<String, String> onInsert, String... columns) {
    return new MergedTable(name, staging, List.of("id"), List.of(columns), onInsert, true, true);
  }

  private boolean hasId() {
    return key.equals(List.of("id"));
  }

  // s is the staged row, t the record.
  private String same() {
    return hasId() ? "t.id = s.target_id" : sameKey("s");
  }

  private String sameKey(String other) {
    return key.stream()
        .map(column -> "t.%1$s = %2$s.%1$s".formatted(column, other))
        .collect(Collectors.joining(" AND "));
  }

  private String rowId() {
    return key.stream().map("t.%s"::formatted).collect(Collectors.joining(" || ' ' || "))
        + (key.size() == 1 ? "::text" : "");
  }

  /** Adds what is new. {@code wanted} restricts the staged rows {@code s}. */
  String insert(String wanted) {
    List<String> into = new ArrayList<>(columns);
    List<String> values = new ArrayList<>(columns.stream().map("s."::concat).toList());
    onInsert.forEach(
        (column, value) -> {
          into.add(column);
          values.add(value);
        });
    if (givesId) {
      into.add("id");
      values.add("s.target_id");
    }
    return """
    INSERT INTO %s (%s, import_id) SELECT %s, s.import_id FROM %s s
    WHERE s.import_id = :import AND s.action = 'new' AND %s
    """
        .formatted(name, String.join(", ", into), String.join(", ", values), staging, wanted);
  }

  /**
   * Changes what the staged rows say differently, where nobody has changed it since it was
   * compared, and keeps what was there. {@code wanted} restricts the staged rows {@code s}.
   */
  String update(String wanted) {
    return """
    WITH changed AS MATERIALIZED (
      SELECT %7$s AS row_id, to_jsonb(t) AS before, t.version + 1 AS version, s.*
      FROM %1$s t JOIN %2$s s ON %3$s AND t.version = s.target_version
      WHERE s.import_id = :import AND s.action = 'changed' AND %4$s FOR UPDATE OF t),
    kept AS (
      INSERT INTO import_undo (import_id, entity, row_id, before, version)
      SELECT :import, '%1$s', row_id, before, version FROM changed
      ON CONFLICT (import_id, entity, row_id) DO UPDATE SET version = excluded.version)
    UPDATE %1$s t SET %5$s, version = s.version FROM changed s WHERE %6$s
    """
        .formatted(
            name,
            staging,
            same(),
            wanted,
            columns.stream()
                .filter(column -> !key.contains(column))
                .map("%1$s = s.%1$s"::formatted)
                .collect(Collectors.joining(", ")),
            same(),
            rowId());
  }

  /**
   * How many staged rows stand for a record that somebody else has changed or removed meanwhile.
   */
  String stale(String wanted) {
    return """
    SELECT count(*) FROM %2$s s LEFT JOIN %1$s t ON %3$s
    WHERE s.import_id = :import AND s.action = 'changed' AND %4$s
      AND t.version IS DISTINCT FROM s.target_version
      AND NOT EXISTS (SELECT FROM import_undo u WHERE u.import_id = :import AND u.entity = '%1$s'
        AND u.row_id = %5$s AND u.version = t.version)
    """
        .formatted(name, staging, same(), wanted, rowId());
  }

  /**
   * Of several rows that would change one record, lets only the first: the others come back. {@code
   * wanted} restricts the staged rows {@code s}.
   */
  String once(String wanted) {
    return """
    UPDATE %1$s s SET action = 'duplicate',
      reason = 'Line ' || twice.first || ' changes the same record: keep one of the rows'
    FROM (SELECT s.line, s.part, first_value(s.line) OVER same AS first, row_number() OVER same AS n
          FROM %1$s s WHERE s.import_id = :import AND s.action = 'changed' AND %2$s
          WINDOW same AS (PARTITION BY %3$s ORDER BY s.line, s.part)) twice
    WHERE twice.n > 1 AND s.import_id = :import AND s.line = twice.line AND s.part = twice.part
    """
        .formatted(
            staging,
            wanted,
            hasId()
                ? "s.target_id"
                : key.stream().map("s."::concat).collect(Collectors.joining(", ")));
  }

  /** How many records of the import somebody has changed since. */
  String touched() {
    return """
    SELECT (SELECT count(*) FROM %1$s t WHERE t.import_id = :import AND t.version > 1
        AND NOT EXISTS (SELECT FROM import_undo u WHERE u.import_id = :import AND u.entity = '%1$s'
          AND u.row_id = %2$s AND u.version = t.version))
      + (SELECT count(*) FROM import_undo u
         CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, u.before) b
         LEFT JOIN %1$s t ON %3$s
         WHERE u.import_id = :import AND u.entity = '%1$s' AND t.import_id IS DISTINCT FROM :import
           AND t.version IS DISTINCT FROM u.version)
    """
        .formatted(name, rowId(), sameKey("b"));
  }

  /** Gives the records that the import changed what they had before. */
  String restore() {
    String all =
        Stream.concat(
                columns.stream().filter(column -> !key.contains(column)), Stream.of("version"))
            .map("%1$s = b.%1$s"::formatted)
            .collect(Collectors.joining(", "));
    return """
    UPDATE %1$s t SET %2$s
    FROM import_undo u CROSS JOIN LATERAL jsonb_populate_record(NULL::%1$s, u.before) b
    WHERE u.import_id = :import AND u.entity = '%1$s' AND %3$s
    """
        .formatted(name, all, sameKey("b"));
  }

  /** Removes the records that the import brought. */
  String remove() {
    return "DELETE FROM %s WHERE import_id = :import".formatted(name);
  }
}
