package org.verger.imports;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.ImportContext.RowKey;

/** What people decided about rows that are likely duplicates. */
@Component
class SavedChoices {

  private final JdbcClient jdbc;

  SavedChoices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<RowKey, RowChoice> of(ImportId id) {
    return jdbc
        .sql("SELECT line, part, choice, target FROM import_choice WHERE import_id = ?")
        .param(id.value())
        .query(
            (row, number) ->
                Map.entry(
                    new RowKey(row.getLong("line"), row.getInt("part")),
                    choice(row.getString("choice"), row.getObject("target", UUID.class))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The records that they said rows are about, whatever they decided afterwards. */
  Map<RowKey, UUID> meant(ImportId id) {
    return jdbc
        .sql(
            "SELECT line, part, target FROM import_choice WHERE import_id = ? AND target IS NOT"
                + " NULL")
        .param(id.value())
        .query(
            (row, number) ->
                Map.entry(
                    new RowKey(row.getLong("line"), row.getInt("part")),
                    row.getObject("target", UUID.class)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Forgets what was new up to a line, as it is among the records now. */
  void applied(ImportId id, long upTo) {
    jdbc.sql("DELETE FROM import_choice WHERE import_id = ? AND line <= ? AND choice = 'new'")
        .params(id.value(), upTo)
        .update();
  }

  private static RowChoice choice(String code, @Nullable UUID target) {
    return switch (code) {
      case "new" -> new RowChoice.New();
      case "same-as" -> new RowChoice.SameAs(Objects.requireNonNull(target));
      default -> new RowChoice.LeaveOut();
    };
  }

  void save(ImportId id, RowKey key, RowChoice choice) {
    jdbc.sql(
            """
            INSERT INTO import_choice (import_id, line, part, choice, target)
            VALUES (:import, :line, :part, :choice, :target)
            ON CONFLICT (import_id, line, part) DO UPDATE
            SET choice = excluded.choice, target = coalesce(excluded.target, import_choice.target)
            """)
        .param("import", id.value())
        .param("line", key.line())
        .param("part", key.part())
        .param(
            "choice",
            switch (choice) {
              case RowChoice.New() -> "new";
              case RowChoice.SameAs(UUID target) -> "same-as";
              case RowChoice.LeaveOut() -> "leave-out";
            })
        .param("target", choice instanceof RowChoice.SameAs(UUID target) ? target : null)
        .update();
  }
}
