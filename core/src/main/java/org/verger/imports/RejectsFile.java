package org.verger.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.verger.imports.file.FileFormat;
import org.verger.imports.file.Header;
import org.verger.imports.file.ReadingLimits;
import org.verger.imports.file.Row;
import org.verger.imports.file.RowReader;
import org.verger.imports.file.SourceFile;
import org.verger.organisation.PersonId;

/**
 * The rows of a file that were not taken, in a file with the same columns and two more: the line
 * and the reason. Put right, it can be sent alone.
 */
@Component
public class RejectsFile {

  static final String LINE = "Verger line";
  static final String REASON = "Verger reason";
  static final Set<String> OWN_COLUMNS = Set.of(LINE, REASON);

  private static final int FETCH_ROWS = 1_000;
  private static final String REJECTED =
      """
      SELECT r.line, r.reason, ARRAY(
        SELECT o.part FROM %1$s o WHERE o.import_id = r.import_id AND o.line = r.line
          AND o.action NOT IN ('rejected', 'duplicate')) AS taken
      FROM (
        SELECT import_id, line, string_agg(DISTINCT reason, ' ' ORDER BY reason) AS reason
        FROM %1$s WHERE import_id = ? AND action IN ('rejected', 'duplicate')
        GROUP BY import_id, line) r
      ORDER BY r.line
      """;

  private final ImportAccess access;
  private final ImportContent content;
  private final JdbcClient jdbc;

  RejectsFile(ImportAccess access, ImportContent content, JdbcClient jdbc) {
    this.access = access;
    this.content = content;
    this.jdbc = jdbc;
  }

  static boolean isOne(Header header) {
    return header.names().containsAll(OWN_COLUMNS);
  }

  /**
   * A line that was not taken, or not all of it.
   *
   * @param taken which of its parts were
   */
  record Rejected(long line, Set<Integer> taken, String reason) {}

  /** Where it goes. */
  @FunctionalInterface
  public interface Target {

    /** The stream to write to, once it is certain that there is something, and in which form. */
    OutputStream begin(FileFormat.Kind kind) throws IOException;
  }

  /**
   * Writes it in the form of the file that was sent: CSV in UTF-8, or XLSX.
   *
   * @param target is left open
   * @throws UnknownImportException when there is none, or {@code by} may not see it
   * @throws ImportStateException when the file is no longer kept
   */
  @Transactional(readOnly = true)
  public void write(ImportId id, PersonId by, Target target) {
    ImportFile file = access.require(id, by);
    if (!content.isKept(id)) {
      throw new ImportStateException("The file is no longer kept");
    }
    Path local = content.fetch(id);
    try (Stream<Rejected> rejected = rejected(file);
        RowReader rows =
            SourceFile.open(
                () -> Files.newInputStream(local), file.fileName(), ReadingLimits.standard())) {
      RejectsShape shape = RejectsShape.of(file, rows.header());
      RejectsTable table = table(shape, rows.format().kind(), target);
      table.header(shape.header());
      for (Iterator<Rejected> each = rejected.iterator(); each.hasNext(); ) {
        Rejected one = each.next();
        table.row(shape.cells(rowOf(rows, one.line()), one));
      }
      table.finish();
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } finally {
      delete(local);
    }
  }

  private static RejectsTable table(RejectsShape shape, FileFormat.Kind kind, Target target)
      throws IOException {
    OutputStream out = target.begin(kind);
    return switch (kind) {
      case CSV -> new RejectsCsv(out);
      case XLSX -> new RejectsXlsx(out, shape.types());
    };
  }

  private Stream<Rejected> rejected(ImportFile file) {
    return jdbc
        .sql(REJECTED.formatted(access.kind(file.kind()).rows().staging()))
        .param(file.id().value())
        .withFetchSize(FETCH_ROWS)
        .query(
            (row, number) ->
                new Rejected(
                    row.getLong("line"),
                    Set.of((Integer[]) row.getArray("taken").getArray()),
                    row.getString("reason")))
        .stream();
  }

  private static Row rowOf(RowReader rows, long line) {
    for (Row row = rows.next(); row != null; row = rows.next()) {
      if (row.line() == line) {
        return row;
      }
    }
    throw new IllegalStateException("The file has no line " + line);
  }

  private static void delete(Path local) {
    try {
      Files.deleteIfExists(local);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
