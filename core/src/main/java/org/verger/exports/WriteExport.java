package org.verger.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verger.audit.Audit;
import org.verger.organisation.NotAllowedException;
import org.verger.organisation.PersonId;
import org.verger.tenants.Tenants;
import org.verger.validation.InvalidInputException;

/** Writes a list as a file, row by row while they are read. */
@Component
public class WriteExport {

  private final ExportedLists lists;
  private final Tenants tenants;
  private final Audit audit;
  private final TransactionTemplate reading;
  private final TransactionTemplate writing;

  WriteExport(
      ExportedLists lists, Tenants tenants, Audit audit, PlatformTransactionManager transactions) {
    this.lists = lists;
    this.tenants = tenants;
    this.audit = audit;
    this.reading = new TransactionTemplate(transactions);
    this.writing = new TransactionTemplate(transactions);
    reading.setReadOnly(true);
  }

  /**
   * What is to be exported.
   *
   * @param filter the parameters of the list's page, by name
   */
  public record Wanted(String list, ExportFormat format, Map<String, String> filter) {

    public Wanted {
      filter = Map.copyOf(filter);
    }
  }

  /**
   * Writes the rows that the reader may see. The audit log gets what was read and how many rows,
   * also when it breaks off; the file is ended only after that.
   *
   * @param out is left open
   * @return how many rows
   * @throws UnknownListException when there is no such list; nothing is written
   * @throws NotAllowedException when the reader has no right in its area; nothing is written
   * @throws InvalidInputException when a filter's value cannot be read; nothing is written
   * @throws ExportInterruptedException when {@code out} takes no more
   */
  public long write(Wanted wanted, PersonId reader, OutputStream out) {
    ExportedList list = lists.require(wanted.list(), reader);
    Target target = new Target(wanted.format(), list.columns(), tenants.current().zone(), out);
    boolean complete = false;
    try {
      reading.executeWithoutResult(read -> readAll(list, wanted.filter(), reader, target));
      complete = true;
    } finally {
      record(wanted, reader, target.count, complete);
    }
    target.finish();
    return target.count;
  }

  private static void readAll(
      ExportedList list, Map<String, String> filter, PersonId reader, Target target) {
    try {
      list.write(filter, reader, target);
    } catch (IllegalArgumentException unreadable) {
      if (target.count > 0) {
        throw unreadable;
      }
      throw InvalidInputException.of("filter", String.valueOf(unreadable.getMessage()));
    }
  }

  private void record(Wanted wanted, PersonId reader, long rows, boolean complete) {
    writing.executeWithoutResult(
        open ->
            audit.record(
                "exports-written",
                wanted.list(),
                reader.value(),
                Map.of(
                    "list", wanted.list(),
                    "format", wanted.format().code(),
                    "filters", given(wanted.filter()),
                    "rows", rows,
                    "complete", complete)));
  }

  // Names only: what somebody searched for can be a name.
  private static List<String> given(Map<String, String> filter) {
    return filter.entrySet().stream()
        .filter(one -> !one.getValue().isBlank())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The file, which begins with the first row, so that before it nothing has been written. */
  private static final class Target implements ExportedList.Rows {

    private final ExportFormat format;
    private final List<String> columns;
    private final ZoneId zone;
    private final OutputStream out;
    private @Nullable TableFile file;
    private long count;

    Target(ExportFormat format, List<String> columns, ZoneId zone, OutputStream out) {
      this.format = format;
      this.columns = columns;
      this.zone = zone;
      this.out = out;
    }

    @Override
    public void add(List<? extends @Nullable Object> cells) {
      try {
        begun().add(cells);
        count++;
      } catch (IOException | UncheckedIOException broken) {
        throw new ExportInterruptedException(broken);
      }
    }

    void finish() {
      try {
        begun().finish();
      } catch (IOException | UncheckedIOException broken) {
        throw new ExportInterruptedException(broken);
      }
    }

    private TableFile begun() throws IOException {
      TableFile begun = file;
      if (begun == null) {
        begun =
            switch (format) {
              case CSV -> new CsvFile(out, columns, zone);
              case XLSX -> new XlsxFile(out, columns, zone, XlsxFile.ROWS_PER_SHEET);
            };
        file = begun;
      }
      return begun;
    }
  }
}
