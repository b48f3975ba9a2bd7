package org.verger.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

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
    csv.writeRecord(names);
  }

  @Override
  public void row(List<String> cells) {
    csv.writeRecord(cells.stream().map(RejectsCsv::safe).toList());
  }

  // A spreadsheet would take the text for a formula; reading takes the apostrophe off again.
  private static String safe(String text) {
    return RejectsXlsx.beginsFormula(text) ? "'" + text : text;
  }

  @Override
  public void finish() throws IOException {
    csv.flush();
    writer.flush();
  }
}
