package org.verger.imports;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.verger.batch.RunProgress;
import org.verger.batch.RunStoppedException;
import org.verger.imports.file.Row;
import org.verger.imports.file.RowReader;

/** Fills and empties the staging tables, in the transaction that is open. */
@Component
class Staging {

  private static final List<String> ROW =
      List.of(
          "import_id",
          "line",
          "part",
          "action",
          "reason",
          "target_id",
          "target_version",
          "candidates");
  private static final List<String> PARENT =
      List.of("import_id", "action", "target_id", "target_version");
  private static final int OFTEN = 1_000;

  private final JdbcTemplate jdbc;
  private final JdbcClient client;

  Staging(JdbcTemplate jdbc, JdbcClient client) {
    this.jdbc = jdbc;
    this.client = client;
  }

  /** Judges all rows of a file and keeps what becomes of them; the number of the last line. */
  long fill(ImportId id, RecordImport kind, RowJudge judge, RowReader rows, RunProgress progress) {
    empty(id, kind);
    long last =
        inConnection(
            kind.rows(),
            ROW,
            kind.noted(),
            copy -> copyRows(id, kind, judge, rows, copy, progress));
    for (RowJudge.ParentRows parents : judge.parents()) {
      inConnection(parents.table(), PARENT, List.of(), copy -> copyParents(id, parents, copy));
    }
    // Without it the merge is planned as if there were no rows.
    tables(kind).forEach(table -> jdbc.execute("ANALYZE " + table.staging()));
    return last;
  }

  /** Removes what is staged of an import. */
  void empty(ImportId id, RecordImport kind) {
    tables(kind)
        .forEach(
            table ->
                client
                    .sql("DELETE FROM %s WHERE import_id = ?".formatted(table.staging()))
                    .param(id.value())
                    .update());
  }

  /** Sees to it that no record is changed by two rows of the file. */
  void once(ImportId id, RecordImport kind) {
    if (kind.rows().versioned() && kind.changes()) {
      client.sql(kind.rows().once(kind.insertable())).param("import", id.value()).update();
    }
  }

  /** How many rows become what. */
  ImportCounts count(ImportId id, RecordImport kind) {
    return client
        .sql(
            """
            SELECT count(*) FILTER (WHERE action = 'new') AS new_rows,
              count(*) FILTER (WHERE action = 'changed') AS changed_rows,
              count(*) FILTER (WHERE action IN ('same', 'left-out')) AS same_rows,
              count(*) FILTER (WHERE action = 'duplicate') AS duplicates,
              count(*) FILTER (WHERE action = 'rejected') AS rejected
            FROM %s WHERE import_id = ?
            """
                .formatted(kind.rows().staging()))
        .param(id.value())
        .query(ImportCounts.class)
        .single();
  }

  /** Whether what was staged is gone: the tables are empty after a crash of the server. */
  boolean isLost(ImportFile file, RecordImport kind) {
    return file.counts().total() > 0
        && client
            .sql(
                "SELECT NOT EXISTS (SELECT FROM %s WHERE import_id = ?)"
                    .formatted(kind.rows().staging()))
            .param(file.id().value())
            .query(Boolean.class)
            .single();
  }

  private static List<MergedTable> tables(RecordImport kind) {
    List<MergedTable> tables = new ArrayList<>();
    tables.add(kind.rows());
    kind.parents().forEach(parent -> tables.add(parent.table()));
    return tables;
  }

  private static long copyRows(
      ImportId id,
      RecordImport kind,
      RowJudge judge,
      RowReader rows,
      StagingCopy copy,
      RunProgress progress)
      throws SQLException {
    int width = kind.rows().columns().size() + kind.noted().size();
    RowCopy rowCopy = new RowCopy(id, copy, width);
    long last = 0;
    int unreported = 0;
    for (Row row = rows.next(); row != null; row = rows.next()) {
      judgeOne(judge, row, rows, rowCopy);
      last = row.line();
      if (++unreported == OFTEN) {
        progress.read(unreported);
        unreported = 0;
        if (progress.stopRequested()) {
          throw new RunStoppedException();
        }
      }
    }
    progress.read(unreported);
    return last;
  }

  private static void judgeOne(RowJudge judge, Row row, RowReader rows, RowJudge.Staged staged) {
    if (row.isWiderThan(rows.header())) {
      staged.add(
          StagedRow.rejected(
              row.line(),
              0,
              "The row has more cells than there are columns: put text with a delimiter in it in"
                  + " quotes"));
    } else {
      judge.judge(row, staged);
    }
  }

  private static long copyParents(ImportId id, RowJudge.ParentRows parents, StagingCopy copy)
      throws SQLException {
    for (StagedParent parent : parents.rows()) {
      List<@Nullable Object> values = new ArrayList<>();
      values.add(id);
      values.add(parent.action().code());
      values.add(parent.target());
      values.add(parent.version());
      values.addAll(parent.values());
      copy.add(values.toArray());
    }
    return parents.rows().size();
  }

  private long inConnection(
      MergedTable table, List<String> common, List<String> noted, Copying work) {
    List<String> columns = new ArrayList<>(common);
    columns.addAll(table.columns());
    columns.addAll(noted);
    ConnectionCallback<Long> callback =
        connection -> {
          try (StagingCopy copy = new StagingCopy(connection, table.staging(), columns)) {
            long answer = work.copy(copy);
            copy.finish();
            return answer;
          }
        };
    Long answer = jdbc.execute(callback);
    return answer == null ? 0 : answer;
  }

  @FunctionalInterface
  private interface Copying {
    long copy(StagingCopy copy) throws SQLException;
  }

  private record RowCopy(ImportId id, StagingCopy copy, int width) implements RowJudge.Staged {

    @Override
    public void add(StagedRow row) {
      @Nullable Object[] values = new Object[ROW.size() + width];
      values[0] = id;
      values[1] = row.line();
      values[2] = row.part();
      values[3] = row.action().code();
      values[4] = row.reason();
      values[5] = row.target();
      values[6] = row.version();
      values[7] = row.candidates().isEmpty() ? null : row.candidates();
      System.arraycopy(row.values(), 0, values, ROW.size(), Math.min(width, row.values().length));
      try {
        copy.add(values);
      } catch (SQLException failed) {
        throw new IllegalStateException("The row could not be staged", failed);
      }
    }
  }
}
