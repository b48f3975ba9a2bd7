package org.verger.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verger.imports.file.FileFormat;

/** Rejects of a workbook are a workbook: put right in a spreadsheet, they are sent alone. */
class RejectedXlsxTest extends ImportTest {

  @TempDir Path folder;

  @Test
  void rejectedPeopleComeBackAsAWorkbookAndAreTakenOncePutRight() throws IOException {
    ImportFile file =
        sends(
            workbook("people"),
            operator,
            xlsx(
                List.of(
                    "First Name", "Last Name", "Birthdate", "Mobile", "Zip", "Member ID", "Joined"),
                List.of("Ruth", "Boaz", LocalDate.of(1985, 4, 9), "", "02134", "006", ""),
                List.of(
                    "Obed",
                    "=Boaz()",
                    "31/02/2015",
                    "+1 (312) 555-0188",
                    "02134",
                    "007",
                    LocalDate.of(2019, 6, 1))));
    assertCounts(file, 1, 0, 0, 0, 1);
    applies(file);

    byte[] rejects = rejectsOf(file, FileFormat.Kind.XLSX);
    List<Row> rows = rows(rejects);
    assertThat(texts(rows.getFirst()))
        .containsExactly(
            "First Name",
            "Last Name",
            "Birthdate",
            "Mobile",
            "Zip",
            "Member ID",
            "Joined",
            "Verger line",
            "Verger reason");
    assertThat(rows).hasSize(2);
    Row obed = rows.get(1);
    assertThat(texts(obed).subList(0, 6))
        .containsExactly("Obed", "=Boaz()", "31/02/2015", "+1 (312) 555-0188", "02134", "007");
    assertThat(obed.stream().limit(6))
        .allMatch(cell -> cell.getType() == CellType.STRING && cell.getFormula() == null);
    assertThat(obed.getCell(6).asDate()).isEqualTo(LocalDateTime.of(2019, 6, 1, 0, 0));
    assertThat(obed.getCell(7).asNumber()).isEqualByComparingTo("3");
    assertThat(obed.getCell(8).getText()).contains("31/02/2015");

    ImportFile again =
        sends(workbook("people"), operator, replaced(rejects, "31/02/2015", "2015-02-28"));
    assertCounts(again, 1, 0, 0, 0, 0);
    applies(again);
    assertThat(
            church.count(
                """
                SELECT count(*) FROM person WHERE family_name = '=Boaz()' AND phone = '+13125550188'
                  AND birth_date = '2015-02-28' AND joined_on = '2019-06-01'
                  AND external_id = '007'
                """))
        .isEqualTo(1);
  }

  @Test
  void amountsAndDaysOfRejectedGiftsAreReadAsTheyWere() throws IOException {
    applies(reads("people", "First Name,Last Name", "Ruth,Boaz"));
    ImportFile file =
        sends(
            workbook("contributions"),
            operator,
            xlsx(
                List.of("Date", "Donor", "General", "Missions"),
                List.of(LocalDate.of(2026, 11, 1), "Orpah Moab", new BigDecimal("1234.5"), "1,50"),
                List.of(LocalDate.of(2026, 11, 8), "Ruth Boaz", 20, 5)));
    assertCounts(file, 2, 0, 0, 0, 1);

    byte[] rejects = rejectsOf(file, FileFormat.Kind.XLSX);
    Row orpah = rows(rejects).get(1);
    assertThat(orpah.getCell(0).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 1, 0, 0));
    assertThat(orpah.getCell(2).asNumber()).isEqualByComparingTo("1234.5");
    assertThat(orpah.getCell(3).getType()).isEqualTo(CellType.STRING);

    applies(
        sends(workbook("contributions"), operator, replaced(rejects, "Orpah Moab", "Ruth Boaz")));
    assertThat(
            church.count(
                "SELECT count(*) FROM contribution WHERE amount IN (123450, 150)"
                    + " AND given_on = '2026-11-01'"))
        .isEqualTo(2);
  }

  private static NewImport workbook(String kind) {
    return new NewImport(kind, kind + ".xlsx", null, true, false);
  }

  private static byte[] xlsx(List<String> names, List<?>... rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Workbook workbook = new Workbook(out, "A church", "1.0");
    Worksheet sheet = workbook.newWorksheet("List");
    write(sheet, 0, names);
    for (int row = 0; row < rows.length; row++) {
      write(sheet, row + 1, rows[row]);
    }
    workbook.finish();
    return out.toByteArray();
  }

  private static void write(Worksheet sheet, int row, List<?> cells) {
    for (int column = 0; column < cells.size(); column++) {
      switch (cells.get(column)) {
        case LocalDate day -> {
          sheet.value(row, column, day);
          sheet.style(row, column).format("m/d/yyyy").set();
        }
        case Number number -> sheet.value(row, column, number);
        case String text -> sheet.value(row, column, text);
        default -> throw new IllegalArgumentException();
      }
    }
  }

  private static List<Row> rows(byte[] xlsx) throws IOException {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      return workbook.getFirstSheet().read();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(Cell::getText).toList();
  }

  /** The workbook with another text in a cell. */
  private byte[] replaced(byte[] xlsx, String text, String by) throws IOException {
    Path kept = Files.write(folder.resolve("rejects.xlsx"), xlsx);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipFile from = new ZipFile(kept.toFile());
        ZipOutputStream to = new ZipOutputStream(out)) {
      for (ZipEntry part : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(part.getName()));
        String content =
            new String(from.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8);
        to.write(
            content
                .replace("<t>" + text + "</t>", "<t>" + by + "</t>")
                .getBytes(StandardCharsets.UTF_8));
        to.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
