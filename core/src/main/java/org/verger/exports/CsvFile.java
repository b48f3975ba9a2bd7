package org.verger.exports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8; times are of the church's zone, with their offset. */
final class CsvFile implements TableFile {

  // Without it, spreadsheets read letters with accents as something else.
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final ZoneId zone;
  private final Writer writer;
  private final CsvWriter csv;

  CsvFile(OutputStream out, List<String> columns, ZoneId zone) throws IOException {
    this.zone = zone;
    this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.append(BYTE_ORDER_MARK);
    this.csv = CsvWriter.builder().build(writer);
    add(columns);
  }

  @Override
  public void add(List<? extends @Nullable Object> cells) {
    csv.writeRecord(cells.stream().map(this::text).toList());
  }

  private String text(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Number number -> number.toString();
      case Instant at ->
          at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString();
      default -> SheetText.harmless(cell.toString());
    };
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
    writer.flush();
  }
}
