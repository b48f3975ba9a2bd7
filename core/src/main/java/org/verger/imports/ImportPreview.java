package org.verger.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.organisation.PersonId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Shows what would become of the rows of a file. */
@Component
public class ImportPreview {

  private static final int MOST = 200;

  private final ImportAccess access;
  private final PreviewLabels labels;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ImportPreview(ImportAccess access, PreviewLabels labels, JdbcClient jdbc, JsonMapper json) {
    this.access = access;
    this.labels = labels;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Rows that are read but not yet labelled. */
  private record Raw(
      long line,
      int part,
      @Nullable String reason,
      JsonNode values,
      @Nullable JsonNode before,
      List<UUID> candidates) {}

  /**
   * The rows of which one thing becomes, in their order.
   *
   * @param afterLine those after this line, 0 for the first
   * @param limit how many lines, 1 to 200; a line with several records is shown with all of them
   * @throws UnknownImportException when there is none, or {@code by} may not see it
   */
  @Transactional(readOnly = true)
  public List<PreviewRow> rows(
      ImportId id, RowAction action, long afterLine, int limit, PersonId by) {
    ImportFile file = access.require(id, by);
    MergedTable table = access.kind(file.kind()).rows();
    List<Raw> rows = read(file, table, action, afterLine, Math.clamp(limit, 1, MOST));
    return labels.label(
        file,
        access.contactsFor(by, file.kind()),
        rows.stream()
            .map(row -> new PreviewLabels.Labelled(row.values(), row.before(), row.candidates()))
            .toList(),
        (number, values, before, candidates) -> {
          Raw row = rows.get(number);
          return new PreviewRow(
              row.line(),
              row.part(),
              action,
              row.reason(),
              values,
              row.before() == null ? List.of() : changes(before, values),
              candidates);
        });
  }

  private static List<PreviewRow.Change> changes(
      Map<String, String> before, Map<String, String> after) {
    List<PreviewRow.Change> changes = new ArrayList<>();
    Map<String, String> all = new LinkedHashMap<>(before);
    all.putAll(after);
    for (String what : all.keySet()) {
      if (!Objects.equals(before.get(what), after.get(what))) {
        changes.add(new PreviewRow.Change(what, before.get(what), after.get(what)));
      }
    }
    return changes;
  }

  private List<Raw> read(
      ImportFile file, MergedTable table, RowAction action, long afterLine, int limit) {
    String columns = PreviewLabels.object("s", table.columns());
    boolean compared =
        action == RowAction.CHANGED && table.givesId() | table.name().equals("contribution");
    String before = compared ? PreviewLabels.object("t", table.columns()) : "NULL::json";
    String join = compared ? "LEFT JOIN %s t ON t.id = s.target_id".formatted(table.name()) : "";
    return jdbc.sql(
            """
            SELECT s.line, s.part, s.reason, s.candidates, %s AS values, %s AS before
            FROM %s s %s
            WHERE s.import_id = :import AND s.action = :action AND s.line IN (
              SELECT DISTINCT o.line FROM %s o
              WHERE o.import_id = :import AND o.action = :action AND o.line > :after
              ORDER BY o.line LIMIT :limit)
            ORDER BY s.line, s.part
            """
                .formatted(columns, before, table.staging(), join, table.staging()))
        .param("import", file.id().value())
        .param("action", action.code())
        .param("after", afterLine)
        .param("limit", limit)
        .query(this::read)
        .list();
  }

  private Raw read(ResultSet row, int number) throws SQLException {
    String before = row.getString("before");
    return new Raw(
        row.getLong("line"),
        row.getInt("part"),
        row.getString("reason"),
        json.readTree(row.getString("values")),
        before == null ? null : json.readTree(before),
        uuids(row.getArray("candidates")));
  }

  private static List<UUID> uuids(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((UUID[]) array.getArray());
  }
}
