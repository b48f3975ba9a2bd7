package org.verger.imports;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.imports.file.Header;
import tools.jackson.databind.json.JsonMapper;

/** How people understood files: a file with the same columns is understood in the same way. */
@Component
class SavedMappings {

  private final JdbcClient jdbc;
  private final JsonMapper json;

  SavedMappings(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<Columns> of(String kind, Header header) {
    return jdbc.sql("SELECT mapping FROM import_mapping WHERE kind = ? AND columns = ?::text[]")
        .params(kind, columns(header.names()))
        .query(String.class)
        .optional()
        .map(mapping -> json.readValue(mapping, Columns.class));
  }

  void save(ImportFile file, Columns mapping, UUID by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO import_mapping (kind, columns, mapping, saved_by, saved_at)
            VALUES (:kind, :columns, :mapping::jsonb, :by, :now)
            ON CONFLICT (kind, columns) DO UPDATE
            SET mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at
            """)
        .param("kind", file.kind())
        .param("columns", columns(file.columns()))
        .param("mapping", json.writeValueAsString(mapping))
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  // A file of rejects has two columns more than the file it comes from.
  private static String[] columns(List<String> names) {
    return names.stream()
        .filter(name -> !RejectsFile.OWN_COLUMNS.contains(name))
        .toArray(String[]::new);
  }
}
