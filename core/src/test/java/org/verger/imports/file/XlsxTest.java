package org.verger.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verger.imports.file.Tables.Table;

class XlsxTest {

  private static final String HEADER = Xlsx.texts(1, "Date", "Amount");
  private static final String STYLES =
      """
      <styleSheet xmlns="m"><numFmts>
      <numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/><numFmt numFmtId="165" formatCode="[$-409]m/d/yy h:mm AM/PM"/>
      <numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="&quot;days&quot; 0.00"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/></cellXfs></styleSheet>
      """;

  private static Table read(Xlsx file) {
    return Tables.read(file.bytes(), FormatChoice.RECOGNISED);
  }

  private static String cell(String cell) {
    return read(Xlsx.of(HEADER + "<row r=\"2\">" + cell + "<c r=\"B2\"><v>1</v></c></row>")
            .with("xl/styles.xml", STYLES))
        .rows()
        .getFirst()
        .cell(0);
  }

  @Test
  void aFileOfASpreadsheetProgramIsRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Gifts");
      sheet.value(0, 0, "Date");
      sheet.value(0, 1, "Amount");
      sheet.value(0, 2, "Giver");
      sheet.value(2, 0, LocalDate.of(2026, 1, 4));
      sheet.style(2, 0).format("yyyy-MM-dd").set();
      sheet.value(2, 1, 1234.1);
      sheet.value(2, 2, "Lee & Söhne");
    }
    Table table = Tables.read(bytes.toByteArray(), FormatChoice.RECOGNISED);
    assertThat(table.format()).isEqualTo(FileFormat.xlsx("Gifts", List.of("Gifts")));
    assertThat(table.header().names()).containsExactly("Date", "Amount", "Giver");
    assertThat(table.rows())
        .containsExactly(new Row(3, List.of("2026-01-04", "1234.1", "Lee & Söhne")));
  }

  @ParameterizedTest
  @CsvSource({
    "1234.0999999999999,1234.1",
    "0.1,0.1",
    "0.30000000000000004,0.3",
    "1E3,1000",
    "1.5E-7,0.00000015",
    "12345678901,12345678901",
    "1.2345678901234567E+19,12345678901234600000",
    "-5.50,-5.5",
    "0.0,0",
    "1E999999999,1E999999999",
    "000,000"
  })
  void numbersAreShownPlainly(String stored, String shown) {
    assertThat(cell("<c r=\"A2\"><v>" + stored + "</v></c>")).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "1,46026,2026-01-04",
    "2,46026,2026-01-04",
    "3,46026.75,2026-01-04T18:00",
    "4,0.75,18:00",
    "5,46026,46026",
    "6,46026.5000115741,2026-01-04T12:00:01",
    "1,1,1900-01-01",
    "1,59,1900-02-28",
    "1,61,1900-03-01",
    "1,46026.9,2026-01-04",
    "1,-5,-5",
    "1,9E15,9000000000000000",
    "99,46026,46026"
  })
  void datesAreToldByTheirStyle(String style, String stored, String shown) {
    assertThat(cell("<c r=\"A2\" s=\"%s\"><v>%s</v></c>".formatted(style, stored)))
        .isEqualTo(shown);
  }

  @Test
  void theOtherCalendarOfOldMacsIsKnown() {
    Table table =
        read(
            Xlsx.of(HEADER + "<row r=\"2\"><c r=\"A2\" s=\"1\"><v>44564</v></c></row>")
                .with("xl/styles.xml", STYLES)
                .workbook(
                    "<workbookPr date1904=\"1\"/>",
                    "<sheet name=\"A\" sheetId=\"1\" r:id=\"rId1\"/>"));
    assertThat(table.rows().getFirst().cell(0)).isEqualTo("2026-01-04");
  }

  @Test
  void aFormulaIsNeverEvaluatedAndItsStoredValueIsTaken() {
    assertThat(cell("<c r=\"A2\"><f>1+1</f><v>5</v></c>")).isEqualTo("5");
    assertThat(cell("<c r=\"A2\" t=\"str\"><f>HYPERLINK(\"http://x\")</f><v>text</v></c>"))
        .isEqualTo("text");
    assertThat(cell("<c r=\"A2\"><f>1+1</f></c>")).isEqualTo("#NOT CALCULATED!");
  }

  @Test
  void otherKindsOfCellsAreShownAsText() {
    assertThat(cell("<c r=\"A2\" t=\"b\"><v>1</v></c>")).isEqualTo("TRUE");
    assertThat(cell("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>")).isEqualTo("#N/A");
    assertThat(cell("<c r=\"A2\" t=\"d\"><v>2026-01-04</v></c>")).isEqualTo("2026-01-04");
    assertThat(
            cell(
                "<c r=\"A2\" t=\"inlineStr\"><is><r><t>An</t></r><r><t xml:space=\"preserve\">n"
                    + " </t></r><rPh><t>no</t></rPh></is></c>"))
        .isEqualTo("Ann ");
  }

  @Test
  void sharedTextsAreFoundWithAnyPrefixAndWithoutAddresses() {
    Table table =
        read(
            new Xlsx()
                .with(
                    Xlsx.SHEET,
                    "<x:worksheet xmlns:x=\"m\"><x:sheetData><x:row><x:c"
                        + " t=\"s\"><x:v>0</x:v></x:c><x:c"
                        + " t=\"s\"><x:v>1</x:v></x:c></x:row><x:row><x:c"
                        + " t=\"s\"><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>")
                .with(
                    "xl/sharedStrings.xml",
                    "<sst xmlns=\"m\"><si><t>Name</t></si><si><r><t>No</t></r><r><t>te</t></r></si><si><t>José"
                        + " &amp; Ana</t></si></sst>"));
    assertThat(table.header()).isEqualTo(new Header(1, List.of("Name", "Note")));
    assertThat(table.rows()).containsExactly(new Row(2, List.of("José & Ana", "")));
  }

  @Test
  void theFirstVisibleSheetWithDataIsReadOrTheOneThatIsChosen() {
    Xlsx file =
        Xlsx.of("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row>")
            .with("xl/worksheets/sheet2.xml", Xlsx.sheet(HEADER + Xlsx.texts(2, "a", "b")))
            .workbook(
                "",
                "<sheet name=\"Empty\" r:id=\"rId1\"/><sheet name=\"Secret\" state=\"hidden\""
                    + " r:id=\"rId2\"/><sheet name=\"Data\" r:id=\"rId2\"/>");
    assertThat(read(file).format()).isEqualTo(FileFormat.xlsx("Data", List.of("Empty", "Data")));
    assertThatThrownBy(() -> Tables.read(file.bytes(), new FormatChoice(null, null, "Empty", null)))
        .hasMessageContaining("no sheet with data");
    assertThatThrownBy(
            () -> Tables.read(file.bytes(), new FormatChoice(null, null, "Secret", null)))
        .hasMessageContaining("no visible sheet called Secret");
  }

  @Test
  void styledBlankCellsFarOutAreNoColumns() {
    Table table =
        read(
            Xlsx.of(
                HEADER
                    + "<row r=\"7\"><c r=\"A7\"><v>1</v></c><c r=\"XFD7\" s=\"1\"/></row><row"
                    + " r=\"1048576\"><c r=\"A1048576\"/></row>"));
    assertThat(table.rows()).containsExactly(new Row(7, List.of("1", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "0.00,NUMBER", "General,NUMBER", "Standard,NUMBER", "m/d/yyyy,DATE", "mmm,DATE",
        "[$-F800]dddd,DATE",
    "h:mm,TIME", "[h]:mm:ss,TIME", "yyyy-mm-dd hh:mm,DATE_TIME", "[Red]0.00,NUMBER",
        "\"year\" 0,NUMBER", "0.0\\d,NUMBER",
  })
  void meaningOfAFormatIsToldByItsLetters(String code, CellStyles.Meaning meaning) {
    assertThat(CellStyles.ofCode(code)).isEqualTo(meaning);
  }
}
