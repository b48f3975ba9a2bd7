package org.verger.imports;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.retention.Expiring;

/**
 * The files of imports, and what undoing them takes. That they were imported, and with which
 * counts, stays known.
 */
@Component
class OldImports implements Expiring {

  private final JdbcClient jdbc;
  private final Staging staging;
  private final ImportFiles files;
  private final ImportAccess access;
  private final Duration kept;

  OldImports(
      JdbcClient jdbc,
      Staging staging,
      ImportFiles files,
      ImportAccess access,
      @Value("${verger.retention.imports:P90D}") Duration kept) {
    this.jdbc = jdbc;
    this.staging = staging;
    this.files = files;
    this.access = access;
    this.kept = kept;
  }

  @Override
  public String name() {
    return "imports";
  }

  @Override
  public Duration kept() {
    return kept;
  }

  @Override
  @Transactional
  public int forget(Instant before, int most) {
    List<UUID> old =
        jdbc.sql(
                """
                SELECT id FROM import_file f
                WHERE created_at < ? AND EXISTS (SELECT FROM import_part p WHERE p.import_id = f.id)
                ORDER BY created_at LIMIT ?
                """)
            .params(Timestamp.from(before), most)
            .query(UUID.class)
            .list();
    return (int) old.stream().filter(id -> forget(new ImportId(id))).count();
  }

  private boolean forget(ImportId id) {
    ImportFile file = files.lock(id);
    if (file.status() == ImportStatus.READING || file.status() == ImportStatus.APPLYING) {
      return false;
    }
    files.status(id, file.status(), file.problem());
    staging.empty(id, access.kind(file.kind()));
    for (String table : List.of("import_part", "import_choice", "import_undo")) {
      jdbc.sql("DELETE FROM %s WHERE import_id = ?".formatted(table)).param(id.value()).update();
    }
    jdbc.sql("UPDATE import_file SET touched = false WHERE id = ?").param(id.value()).update();
    return true;
  }
}
