package org.verger.imports.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table of the rows of a file: what stands above the header goes, each row gets its width.
 */
final class TableReader implements RowReader {

  private static final int LOOKED_AT = 60;

  private final Records records;
  private final Header header;
  private final List<String> repeated;
  private final Iterator<Row> read;

  private TableReader(Records records, Header header, List<String> repeated, Iterator<Row> read) {
    this.records = records;
    this.header = header;
    this.repeated = repeated;
    this.read = read;
  }

  static TableReader over(Records records, @Nullable Long headerLine) {
    List<Row> first = new ArrayList<>();
    while (first.size() < LOOKED_AT || (headerLine != null && last(first) < headerLine)) {
      Row row = records.next();
      if (row == null) {
        break;
      }
      if (first.size() >= LOOKED_AT) {
        first.removeFirst();
      }
      first.add(row);
    }
    return over(records, headerLine, first);
  }

  private static TableReader over(Records records, @Nullable Long headerLine, List<Row> first) {
    if (headerLine != null && headerLine == 0) {
      return new TableReader(
          records, HeaderFinder.withoutNames(first), List.of(), first.iterator());
    }
    int at = headerLine == null ? HeaderFinder.find(first) : HeaderFinder.at(first, headerLine);
    List<String> names = HeaderFinder.names(first.get(at));
    Header header = new Header(first.get(at).line(), HeaderFinder.distinct(names));
    return new TableReader(records, header, names, first.subList(at + 1, first.size()).iterator());
  }

  private static long last(List<Row> rows) {
    return rows.isEmpty() ? 0 : rows.getLast().line();
  }

  @Override
  public FileFormat format() {
    return records.format();
  }

  @Override
  public Header header() {
    return header;
  }

  @Override
  public @Nullable Row next() {
    while (true) {
      Row row = read.hasNext() ? read.next() : records.next();
      if (row == null) {
        return null;
      }
      if (!repeatsHeader(row)) {
        return fitted(row);
      }
    }
  }

  private boolean repeatsHeader(Row row) {
    List<String> cells = row.cells();
    if (repeated.isEmpty() || cells.size() < repeated.size()) {
      return false;
    }
    for (int column = 0; column < repeated.size(); column++) {
      if (!HeaderFinder.name(cells.get(column)).equals(repeated.get(column))) {
        return false;
      }
    }
    return true;
  }

  private Row fitted(Row row) {
    List<String> cells = row.cells();
    int width = header.width();
    if (cells.size() == width) {
      return row;
    }
    int used = cells.size();
    while (used > width && cells.get(used - 1).isBlank()) {
      used--;
    }
    List<String> fitted = new ArrayList<>(cells.subList(0, used));
    fitted.addAll(Collections.nCopies(Math.max(0, width - used), ""));
    return new Row(row.line(), fitted);
  }

  @Override
  public void close() {
    records.close();
  }
}
