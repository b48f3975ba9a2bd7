package org.verger.imports.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads whole files in tests. */
public final class Tables {

  /** A file that was read to its end. */
  public record Table(FileFormat format, Header header, List<Row> rows) {

    public List<List<String>> cells() {
      return rows.stream().map(row -> List.copyOf(row.cells())).toList();
    }
  }

  private Tables() {}

  public static Table resource(String path) {
    return read(bytesOf(path), FormatChoice.RECOGNISED);
  }

  public static Table text(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), FormatChoice.RECOGNISED);
  }

  public static Table read(byte[] bytes, FormatChoice choice) {
    return read(() -> new ByteArrayInputStream(bytes), ReadingLimits.standard(), choice);
  }

  public static Table read(InputSource source, ReadingLimits limits, FormatChoice choice) {
    try (RowReader reader = SourceFile.open(source, "test", limits, choice)) {
      List<Row> rows = new ArrayList<>();
      for (Row row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
      }
      return new Table(reader.format(), reader.header(), rows);
    }
  }

  public static byte[] bytesOf(String path) {
    try (InputStream in = Tables.class.getResourceAsStream("/imports/" + path)) {
      return in.readAllBytes();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
