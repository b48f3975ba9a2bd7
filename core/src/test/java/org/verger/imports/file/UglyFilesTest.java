package org.verger.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.verger.imports.file.Tables.resource;
import static org.verger.imports.file.Tables.text;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verger.imports.file.Tables.Table;

class UglyFilesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bom.csv|UTF-8|,",
        "utf16-le.csv|UTF-16LE|TAB",
        "utf16-be-without-mark.csv|UTF-16BE|,",
        "latin1-semicolons.csv|windows-1252|;",
        "tabs.txt|UTF-8|TAB",
        "pipes.csv|UTF-8|PIPE",
        "sep-line.csv|UTF-8|;",
        "wide-funds.csv|UTF-8|,",
        "title-lines.csv|UTF-8|,",
      })
  void encodingAndDelimiterAreRecognised(String file, String encoding, String delimiter) {
    FileFormat format = resource("ugly/" + file).format();
    assertThat(format.encoding()).isEqualTo(encoding);
    assertThat(format.delimiter())
        .isEqualTo(delimiter.replace("TAB", "\t").replace("PIPE", "|").charAt(0));
  }

  @Test
  void lettersSurviveEveryEncoding() {
    assertThat(resource("ugly/bom.csv").cells())
        .containsExactly(List.of("Zoë", "Ångström", "zoe@example.org"));
    assertThat(resource("ugly/bom.csv").header().names())
        .containsExactly("First name", "Last name", "E-mail");
    assertThat(resource("ugly/utf16-le.csv").cells())
        .containsExactly(List.of("Jörg Müller", "1.234,50"), List.of("Éva Nagy", "7,00"));
    assertThat(resource("ugly/utf16-be-without-mark.csv").cells())
        .containsExactly(List.of("Ann Lee", "12.00"), List.of("Bo Li", "13.00"));
    assertThat(resource("ugly/latin1-semicolons.csv").cells().get(1))
        .containsExactly("Groß", "Änne", "12,00", "06.01.2026");
  }

  @Test
  void anAccentThatComesLateIsReadInItsOwnEncoding() {
    assertThat(resource("ugly/late-latin1.csv").rows().getLast().cells())
        .containsExactly("José", "11.00");
  }

  @Test
  void quotesHoldDelimitersAndLineEndsAndOtherQuotes() {
    Table table = resource("ugly/quotes.csv");
    assertThat(table.cells())
        .containsExactly(
            List.of("Lee, Ann", "He said \"yes\",\nand came\r\nagain", "5"),
            List.of("Li", "x", "6"),
            List.of("John \"Johnny\" Smith", "plain \"quoted\" text", "7"));
    assertThat(table.rows()).extracting(Row::line).containsExactly(2L, 5L, 6L);
  }

  @Test
  void allLineEndsCountAsLines() {
    Table table = resource("ugly/mixed-line-ends.csv");
    assertThat(table.cells())
        .containsExactly(
            List.of("Ann", "1"), List.of("Bo", "2"), List.of("Cy", "3"), List.of("Di\rDe", "4"));
    assertThat(table.rows()).extracting(Row::line).containsExactly(2L, 3L, 4L, 5L);
  }

  @Test
  void blankRowsAndTailsAreLeftOut() {
    Table table = resource("ugly/blank-tails.csv");
    assertThat(table.header().names()).containsExactly("Name", "Amount");
    assertThat(table.rows())
        .containsExactly(new Row(2, List.of("Ann", "1")), new Row(5, List.of("Bo", "2")));
  }

  @Test
  void repeatedHeadersAreLeftOutAndTotalsStay() {
    assertThat(resource("ugly/repeated-header.csv").cells())
        .containsExactly(
            List.of("Ann", "1"),
            List.of("Bo", "2"),
            List.of("Cy", "3"),
            List.of("Di", "4"),
            List.of("Total", "10"));
  }

  @Test
  void doubledAndNamelessColumnsGetNamesOfTheirOwn() {
    assertThat(resource("ugly/doubled-columns.csv").header().names())
        .containsExactly("Name", "Phone", "phone (2)", "Phone (3)", "Column 5", "Note");
    assertThat(text("Phone,Phone (2),Phone\n1,2,3\n").header().names())
        .containsExactly("Phone", "Phone (2)", "Phone (3)");
  }

  @Test
  void titleLinesAboveTheHeaderAreLeftOut() {
    Table table = resource("ugly/title-lines.csv");
    assertThat(table.header()).isEqualTo(new Header(4, List.of("Date", "Giver", "Fund", "Amount")));
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void spacesInNamesOfColumnsAreCollapsed() {
    assertThat(resource("ugly/spaces.csv").header().names())
        .containsExactly("First name", "Last name", "E-mail");
  }

  @Test
  void shortRowsAreFilledAndTextBesideTheTableIsKept() {
    Table table = resource("ugly/surplus.csv");
    assertThat(table.cells())
        .containsExactly(List.of("Ann", "1"), List.of("Bo", "2", "more"), List.of("Cy", ""));
    assertThat(table.rows())
        .extracting(row -> row.isWiderThan(table.header()))
        .containsExactly(false, true, false);
  }

  @Test
  void aFileWithoutHeaderIsRefusedUnlessAPersonSaysSo() {
    assertThatThrownBy(() -> resource("ugly/no-header.csv"))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining("no line with the names of its columns");
    Table table =
        Tables.read(Tables.bytesOf("ugly/no-header.csv"), new FormatChoice(null, null, null, 0L));
    assertThat(table.header().line()).isZero();
    assertThat(table.header().names()).startsWith("Column 1", "Column 2");
    assertThat(table.rows()).hasSize(2);
  }

  @Test
  void aPersonMayChooseEncodingDelimiterAndHeader() {
    FormatChoice choice = new FormatChoice(Charset.forName("ISO-8859-1"), ',', null, 2L);
    Table table =
        Tables.read(
            "a,b\nName;x,Amount\nJos\u00e9,1\n".getBytes(Charset.forName("ISO-8859-1")), choice);
    assertThat(table.header()).isEqualTo(new Header(2, List.of("Name;x", "Amount")));
    assertThat(table.cells()).containsExactly(List.of("José", "1"));
    assertThatThrownBy(
            () ->
                Tables.read(
                    "Name\n\nAnn\n".getBytes(Charset.forName("UTF-8")),
                    new FormatChoice(null, null, null, 2L)))
        .hasMessageContaining("nothing on line 2");
  }

  @Test
  void decimalCommasAreNotTakenForDelimiters() {
    Table table = text("Name;A;B;C\nAnn;1,5;2,5;3,5\nBo;1,5;2,5;3,5\nCy;1,5;2,5;3,5\n");
    assertThat(table.format().delimiter()).isEqualTo(';');
    assertThat(table.rows().getFirst().cells()).containsExactly("Ann", "1,5", "2,5", "3,5");
  }

  @Test
  void aFileOfOneColumnIsATableToo() {
    assertThat(text("Email\nann@example.org\nbo@example.org\n").cells())
        .containsExactly(List.of("ann@example.org"), List.of("bo@example.org"));
  }

  @Test
  void aRecordMayLieAcrossTheEndsOfTheBuffer() {
    StringBuilder text = new StringBuilder("Name,Note\n");
    for (int row = 0; row < 30_000; row++) {
      text.append("\"Person, ").append(row).append("\",\"two\r\nlines é\"\r\n");
    }
    Table table = text(text.toString());
    assertThat(table.rows()).hasSize(30_000);
    assertThat(table.rows()).allSatisfy(row -> assertThat(row.cell(1)).isEqualTo("two\r\nlines é"));
    assertThat(table.rows().getLast())
        .extracting(Row::line, row -> row.cell(0))
        .containsExactly(2L + 29_999 * 2, "Person, 29999");
  }
}
