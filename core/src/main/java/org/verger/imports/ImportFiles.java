package org.verger.imports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.batch.BatchRuns;
import org.verger.batch.RunState;
import tools.jackson.databind.json.JsonMapper;

/** The rows of imports. Each method is one statement of the transaction that is open. */
@Component
class ImportFiles {

  private static final String SELECT = "SELECT * FROM import_file ";

  private static final String ENDED =
      "Its run has ended without finishing (%s). Read the file again, undo what was applied, or"
          + " have the run restarted on the batch page.";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final BatchRuns runs;

  ImportFiles(JdbcClient jdbc, JsonMapper json, BatchRuns runs) {
    this.jdbc = jdbc;
    this.json = json;
    this.runs = runs;
  }

  void insert(ImportId id, NewImport taken, UUID by, Instant now) {
    jdbc.sql(
            """
            INSERT INTO import_file (id, kind, file_name, size, digest, status, whole, start_follow_ups,
              unit_id, created_by, created_at)
            VALUES (:id, :kind, :name, 0, '', 'reading', :whole, :followUps, :unit, :by, :now)
            """)
        .param("id", id.value())
        .param("kind", taken.kind())
        .param("name", taken.fileName())
        .param("whole", taken.whole())
        .param("followUps", taken.startFollowUps())
        .param("unit", taken.unit())
        .param("by", by)
        .param("now", Timestamp.from(now))
        .update();
  }

  void sized(ImportId id, long size, String digest) {
    jdbc.sql("UPDATE import_file SET size = ?, digest = ? WHERE id = ?")
        .params(size, digest, id.value())
        .update();
  }

  Optional<ImportFile> find(ImportId id) {
    return jdbc.sql(SELECT + "WHERE id = ?")
        .param(id.value())
        .query(this::read)
        .optional()
        .map(this::asItsRunLeftIt);
  }

  ImportFile require(ImportId id) {
    return find(id).orElseThrow(() -> new UnknownImportException(id));
  }

  /** The import, locked until the transaction ends. */
  ImportFile lock(ImportId id) {
    return locked(id, "FOR UPDATE").orElseThrow(() -> new UnknownImportException(id));
  }

  /**
   * The same for somebody who asks for something and does not wait; the import is known to be
   * there.
   *
   * @throws ImportStateException when a run is at work on it
   */
  ImportFile lockIdle(ImportId id) {
    return locked(id, "FOR UPDATE SKIP LOCKED")
        .orElseThrow(() -> new ImportStateException("The import is at work: wait for its end"));
  }

  private Optional<ImportFile> locked(ImportId id, String how) {
    return jdbc.sql(SELECT + "WHERE id = ? " + how)
        .param(id.value())
        .query(this::read)
        .optional()
        .map(this::asItsRunLeftIt);
  }

  // A run that failed or was stopped cannot say so here: its transaction is gone, or its process.
  private ImportFile asItsRunLeftIt(ImportFile file) {
    Optional<RunState> run =
        switch (file.status()) {
          case READING -> runs.state(ImportRuns.READ, file.readingKey());
          case APPLYING -> runs.state(ImportRuns.APPLY, file.attemptKey());
          case READY, APPLIED, UNDONE, FAILED -> Optional.empty();
        };
    return run.filter(state -> state.isOver() && state != RunState.COMPLETED)
        .map(state -> file.failed(ENDED.formatted(state.code())))
        .orElse(file);
  }

  /** Those that somebody sent, or all; the latest first. */
  List<ImportFile> list(@Nullable UUID by, int limit) {
    return jdbc
        .sql(
            SELECT
                + """
                WHERE (:by::uuid IS NULL OR created_by = :by)
                ORDER BY created_at DESC, id DESC LIMIT :limit
                """)
        .param("by", by)
        .param("limit", limit)
        .query(this::read)
        .list()
        .stream()
        .map(this::asItsRunLeftIt)
        .toList();
  }

  void status(ImportId id, ImportStatus status, @Nullable String problem) {
    jdbc.sql("UPDATE import_file SET status = :status, problem = :problem WHERE id = :id")
        .param("status", status.code())
        .param("problem", problem)
        .param("id", id.value())
        .update();
  }

  /** Asks for it to be read once more. */
  int readAgain(ImportId id) {
    return jdbc.sql(
            """
            UPDATE import_file SET status = 'reading', problem = NULL, reading = reading + 1
            WHERE id = ? RETURNING reading
            """)
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  int nextAttempt(ImportId id) {
    return jdbc.sql("UPDATE import_file SET attempt = attempt + 1 WHERE id = ? RETURNING attempt")
        .param(id.value())
        .query(Integer.class)
        .single();
  }

  void understood(ImportId id, Understood file) {
    jdbc.sql(
            """
            UPDATE import_file SET layout = :layout, format = :format, columns = :columns,
              mapping = :mapping::jsonb, warning = :warning
            WHERE id = :id
            """)
        .param("layout", file.mapping().layout())
        .param("format", file.format())
        .param("columns", file.header().names().toArray(String[]::new))
        .param("mapping", json.writeValueAsString(Columns.of(file.mapping())))
        .param("warning", file.warning())
        .param("id", id.value())
        .update();
  }

  void counted(ImportId id, ImportCounts counts, long lastLine, Instant now) {
    jdbc.sql(
            """
            UPDATE import_file SET status = 'ready', problem = NULL, new_rows = :new, changed_rows = :changed,
              same_rows = :same, duplicate_rows = :duplicates, rejected_rows = :rejected,
              last_line = :lastLine, applied_line = 0, read_at = :now
            WHERE id = :id
            """)
        .param("new", counts.newRows())
        .param("changed", counts.changedRows())
        .param("same", counts.sameRows())
        .param("duplicates", counts.duplicates())
        .param("rejected", counts.rejected())
        .param("lastLine", lastLine)
        .param("now", Timestamp.from(now))
        .param("id", id.value())
        .update();
  }

  void appliedUpTo(ImportId id, long line) {
    jdbc.sql("UPDATE import_file SET applied_line = ?, touched = true WHERE id = ?")
        .params(line, id.value())
        .update();
  }

  void applied(ImportId id, Instant now) {
    jdbc.sql(
            "UPDATE import_file SET status = 'applied', applied_at = ?, problem = NULL WHERE id ="
                + " ?")
        .params(Timestamp.from(now), id.value())
        .update();
  }

  void undone(ImportId id, Instant now) {
    jdbc.sql(
            "UPDATE import_file SET status = 'undone', undone_at = ?, touched = false, problem ="
                + " NULL WHERE id = ?")
        .params(Timestamp.from(now), id.value())
        .update();
  }

  private ImportFile read(ResultSet row, int number) throws SQLException {
    return new ImportFile(
        new ImportId(row.getObject("id", UUID.class)),
        row.getString("kind"),
        row.getString("file_name"),
        row.getLong("size"),
        row.getString("digest"),
        ImportStatus.of(row.getString("status")),
        row.getBoolean("whole"),
        row.getBoolean("start_follow_ups"),
        row.getObject("unit_id", UUID.class),
        row.getString("layout"),
        row.getString("format"),
        strings(row.getArray("columns")),
        fields(row.getString("mapping")),
        row.getInt("reading"),
        row.getInt("attempt"),
        row.getLong("applied_line"),
        row.getLong("last_line"),
        row.getBoolean("touched"),
        new ImportCounts(
            row.getLong("new_rows"),
            row.getLong("changed_rows"),
            row.getLong("same_rows"),
            row.getLong("duplicate_rows"),
            row.getLong("rejected_rows")),
        row.getString("problem"),
        row.getString("warning"),
        row.getObject("created_by", UUID.class),
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("applied_at")),
        instant(row.getTimestamp("undone_at")));
  }

  private Columns fields(@Nullable String mapping) {
    return mapping == null ? Columns.NONE : json.readValue(mapping, Columns.class);
  }

  private static List<String> strings(@Nullable Array array) throws SQLException {
    return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
