package org.verger.approvals.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The story of a request as a table. */
final class StoryCsv {

  // Without it, spreadsheets read letters with accents as something else.
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private StoryCsv() {}

  /** The table, with the times in the church's zone. */
  static byte[] write(List<StoryLine> story, ZoneId zone) {
    StringWriter table = new StringWriter();
    table.append(BYTE_ORDER_MARK);
    try (CsvWriter csv = CsvWriter.builder().build(table)) {
      csv.writeRecord("When", "What", "Said", "Who", "In place of", "From", "Shown", "Action");
      story.forEach(line -> csv.writeRecord(cells(line, zone)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> cells(StoryLine line, ZoneId zone) {
    return Stream.<@Nullable String>of(
            line.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime().toString(),
            line.sentence(),
            line.said(),
            line.entry().person(),
            line.entry().onBehalf(),
            line.origin(),
            line.shown().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("; ")),
            line.entry().action())
        .map(StoryCsv::harmless)
        .toList();
  }

  /** What a spreadsheet would take for a formula becomes text. */
  static String harmless(@Nullable String cell) {
    String text = Objects.requireNonNullElse(cell, "");
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }
}
