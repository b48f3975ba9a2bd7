package org.verger.approvals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verger.audit.AuditEntry;
import org.verger.pages.PdfPaper;

class StoryPapersTest {

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
  void aCellThatASpreadsheetWouldCalculateBecomesText(String cell) {
    AuditEntry entry =
        new AuditEntry(
            1, Instant.EPOCH, "approvals-commented", "id", cell, null, "127.0.0.1", Map.of());
    StoryLine line = new StoryLine(entry, "x", cell, cell, Map.of(), false);
    String table =
        new String(
            StoryCsv.write(List.of(line), ZoneId.of("America/Chicago")), StandardCharsets.UTF_8);
    assertThat(table).contains(",'" + cell + ",'" + cell).contains("1969-12-31T18:00-06:00");
  }

  @Test
  void aPaperGoesOnOverPagesAndShowsEveryLetterItsFontHas() throws IOException {
    byte[] paper;
    try (PdfPaper written = new PdfPaper("Überschrift")) {
      written.write(
          "Łódź, Ångström, niño, Ελλάδα, Привет; 焼き鳥 \ud83d\ude00\u202f!\n\u0000end", 10, 0, 0);
      written.write("x".repeat(400), 10, 0, 0);
      for (int line = 0; line < 120; line++) {
        written.write("Line " + line, 10, 0, 3);
      }
      paper = written.bytes();
    }
    try (PDDocument read = Loader.loadPDF(paper)) {
      assertThat(read.getNumberOfPages()).isEqualTo(3);
      assertThat(new PDFTextStripper().getText(read))
          .contains("Łódź, Ångström, niño, Ελλάδα, Привет", "Line 0", "Line 119")
          .contains("???");
    }
  }
}
