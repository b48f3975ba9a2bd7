package org.verger.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.verger.exports.SheetText;

/** CSV in UTF-8, marked as such so that spreadsheets read it as that. */
final class RejectsCsv implements RejectsTable {

  private final Writer writer;
  private final CsvWriter csv;

  RejectsCsv(OutputStream out) throws IOException {
    writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    writer.write('\uFEFF');
    csv = CsvWriter.builder().build(writer);
  }

  @Override
  public void header(List<String> names) {
    row(names);
  }

  @Override
  public void row(List<String> cells) {
    // Reading takes the apostrophes off again.
    csv.writeRecord(cells.stream().map(SheetText::harmless).toList());
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
    writer.flush();
  }
}
