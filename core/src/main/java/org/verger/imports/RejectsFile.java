package org.verger.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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

  private static final String REJECTED =
      """
      SELECT line,
        coalesce(array_agg(part) FILTER (WHERE action NOT IN ('rejected', 'duplicate')), '{}') AS taken,
        string_agg(DISTINCT reason, ' ' ORDER BY reason) FILTER (WHERE action IN ('rejected', 'duplicate')) AS reason
      FROM %s WHERE import_id = ? GROUP BY line
      HAVING bool_or(action IN ('rejected', 'duplicate')) ORDER BY line
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

  private record Rejected(long line, Set<Integer> taken, String reason) {}

  /**
   * Writes it as CSV in UTF-8.
   *
   * @throws UnknownImportException when there is none, or {@code by} may not see it
   * @throws ImportStateException when the file is no longer kept
   */
  @Transactional(readOnly = true)
  public void write(ImportId id, PersonId by, OutputStream out) {
    ImportFile file = access.require(id, by);
    if (!content.isKept(id)) {
      throw new ImportStateException("The file is no longer kept");
    }
    Path local = content.fetch(id);
    try (Stream<Rejected> rejected = rejected(file);
        RowReader rows =
            SourceFile.open(
                () -> Files.newInputStream(local), file.fileName(), ReadingLimits.standard());
        CsvWriter csv = csv(out)) {
      Output output = new Output(file, rows.header(), csv);
      output.header();
      rejected.forEach(one -> output.row(rowOf(rows, one.line()), one));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } finally {
      delete(local);
    }
  }

  private Stream<Rejected> rejected(ImportFile file) {
    return jdbc
        .sql(REJECTED.formatted(access.kind(file.kind()).rows().staging()))
        .param(file.id().value())
        .query(
            (row, number) ->
                new Rejected(
                    row.getLong("line"),
                    Set.of((Integer[]) row.getArray("taken").getArray()),
                    row.getString("reason")))
        .stream();
  }

  private static CsvWriter csv(OutputStream out) throws IOException {
    OutputStreamWriter writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write('\uFEFF');
    return CsvWriter.builder().build(writer);
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

  /** Writes rows in the shape of the file. */
  private static final class Output {

    private final List<Integer> shown;
    private final List<String> names;
    private final List<Integer> funds;
    private final CsvWriter csv;

    Output(ImportFile file, Header header, CsvWriter csv) {
      this.names = header.names().stream().filter(name -> !OWN_COLUMNS.contains(name)).toList();
      this.shown = names.stream().map(header::indexOf).toList();
      this.funds = file.mapping().funds().stream().map(header::indexOf).toList();
      this.csv = csv;
    }

    void header() {
      csv.writeRecord(Stream.concat(names.stream(), Stream.of(LINE, REASON)).toList());
    }

    // Of a row with several gifts only those that were not taken come back: the others are there.
    void row(Row row, Rejected rejected) {
      Set<Integer> taken =
          rejected.taken().stream()
              .filter(part -> part < funds.size())
              .map(funds::get)
              .collect(Collectors.toSet());
      List<String> cells = new ArrayList<>();
      shown.forEach(column -> cells.add(taken.contains(column) ? "" : safe(row.cell(column))));
      cells.add(Long.toString(rejected.line()));
      cells.add(safe(rejected.reason()));
      csv.writeRecord(cells);
    }

    // A spreadsheet would take the text for a formula; reading takes the apostrophe off again.
    private static String safe(String text) {
      return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
  }
}
