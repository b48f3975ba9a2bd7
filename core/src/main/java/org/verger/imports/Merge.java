package org.verger.imports;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves staged rows into the records, and takes them out again, in the transaction that is open.
 */
@Component
class Merge {

  private static final String IN_LINES = "s.line > :after AND s.line <= :upTo";

  private final JdbcClient jdbc;
  private final Clock clock;

  Merge(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What a part of a file came to, in rows. */
  record Merged(long rows, long written, long rejected) {}

  Merged merge(ImportFile file, RecordImport kind, Lines lines) {
    for (Parent parent : kind.parents()) {
      mergeParent(file.id(), kind, parent, lines);
    }
    MergedTable rows = kind.rows();
    // A row that only says something of a shared record has none of its own.
    String own = IN_LINES + " AND " + kind.insertable();
    if (rows.versioned()) {
      requireFresh(file.id(), rows, own, lines);
    }
    bound(rows.insert(own), file.id(), lines).update();
    if (rows.versioned() && kind.changes()) {
      bound(rows.update(own), file.id(), lines).update();
    }
    return counted(file.id(), rows, lines);
  }

  private void mergeParent(ImportId id, RecordImport kind, Parent parent, Lines lines) {
    String wanted =
        """
        s.target_id IN (SELECT r.%s FROM %s r WHERE r.import_id = :import
          AND r.line > :after AND r.line <= :upTo AND r.action IN ('new', 'changed'))
        """
            .formatted(parent.column(), kind.rows().staging());
    requireFresh(id, parent.table(), wanted, lines);
    bound(parent.table().insert(wanted) + " ON CONFLICT (id) DO NOTHING", id, lines).update();
    bound(parent.table().update(wanted), id, lines).update();
  }

  private void requireFresh(ImportId id, MergedTable table, String wanted, Lines lines) {
    long stale = bound(table.stale(wanted), id, lines).query(Long.class).single();
    if (stale > 0) {
      throw new StaleRecordsException(table.name(), stale);
    }
  }

  private Merged counted(ImportId id, MergedTable rows, Lines lines) {
    return bound(
            """
            SELECT count(*) AS rows, count(*) FILTER (WHERE action IN ('new', 'changed')) AS written,
              count(*) FILTER (WHERE action IN ('rejected', 'duplicate')) AS rejected
            FROM %s s WHERE s.import_id = :import AND %s
            """
                .formatted(rows.staging(), IN_LINES),
            id,
            lines)
        .query(Merged.class)
        .single();
  }

  private JdbcClient.StatementSpec bound(String sql, ImportId id, Lines lines) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("import", id.value())
            .param("after", lines.after())
            .param("upTo", lines.upTo());
    return sql.contains(":now")
        ? statement.param("now", Timestamp.from(Instant.now(clock)))
        : statement;
  }

  /** Takes everything back, rows before the records that they share. */
  void undo(ImportFile file, RecordImport kind) {
    requireUntouched(file.id(), kind.rows());
    kind.parents().forEach(parent -> requireUntouched(file.id(), parent.table()));
    takeBack(file.id(), kind.rows());
    kind.parents().reversed().forEach(parent -> takeBack(file.id(), parent.table()));
    jdbc.sql("DELETE FROM import_undo WHERE import_id = ?").param(file.id().value()).update();
  }

  private void requireUntouched(ImportId id, MergedTable table) {
    if (!table.versioned()) {
      return;
    }
    long touched = jdbc.sql(table.touched()).param("import", id.value()).query(Long.class).single();
    if (touched > 0) {
      throw new UndoRefusedException(
          "%d records of this import were changed after it (table %s). Undoing it would lose that: put them right by hand."
              .formatted(touched, table.name()));
    }
  }

  private void takeBack(ImportId id, MergedTable table) {
    if (table.versioned()) {
      jdbc.sql(table.restore()).param("import", id.value()).update();
    }
    jdbc.sql(table.remove()).param("import", id.value()).update();
  }
}
