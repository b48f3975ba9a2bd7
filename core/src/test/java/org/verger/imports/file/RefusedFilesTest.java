package org.verger.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RefusedFilesTest {

  private static final byte[] OLD_EXCEL = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private static void refused(byte[] bytes, String because) {
    assertThatThrownBy(() -> Tables.read(bytes, FormatChoice.RECOGNISED))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessageContaining(because);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void otherKindsOfFilesAreNamed() {
    refused(
        latin("%PDF-1.7\n..."),
        "This is a PDF, from which rows cannot be read; open it in a spreadsheet program and save"
            + " it as .xlsx or .csv");
    refused(latin("\u0089PNG\r\n"), "This is a picture");
    refused(latin("\u00FF\u00D8\u00FF\u00E0"), "This is a picture");
    refused(latin("\u001F\u008B\b"), "compressed; unpack it");
    refused(latin("\r\n<html><table><tr>"), "a web page that is called a spreadsheet");
    refused(latin("<?xml version=\"1.0\"?><Workbook>"), "a document of another kind");
    refused(OLD_EXCEL, "an old Excel (.xls)");
  }

  @Test
  void aProtectedFileIsRefusedWithWhatToDo() {
    byte[] directory = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    byte[] file = new byte[2048 + directory.length];
    System.arraycopy(OLD_EXCEL, 0, file, 0, OLD_EXCEL.length);
    System.arraycopy(directory, 0, file, 2048, directory.length);
    refused(file, "protected with a password; open it, remove the password");
  }

  @Test
  void archivesThatAreNoSpreadsheetAreRefused() {
    refused(
        new Bomb().part("word/document.xml", "<w/>").bytes(),
        "an archive or a document, and no Excel file");
    refused(new Bomb().bytes(), "no Excel file");
    refused(latin("PK\3\4 and nothing else"), "damaged");
  }

  @Test
  void emptyFilesAreRefused() {
    refused(new byte[0], "The file is empty");
    refused(latin(" \r\n\n ,,\n"), "The file is empty");
    refused(Xlsx.of("").bytes(), "no sheet with data");
  }

  @Test
  void anOpenQuoteIsRefusedWithTheLineOnWhichItBegan() {
    refused(latin("Name,Note\nAnn,x\nBo,\"open\nCy,y\nDi,z\n"), "Line 3 opens a quotation mark");
    refused(
        latin("Name,Note\nAnn,x\nBo,\"open\nCy,\"y\"\nDi,z\n"), "Line 3 opens a quotation mark");
  }

  @Test
  void limitsAreThoseThatAreGiven() {
    ReadingLimits few = new ReadingLimits(3, 10, 1_000, 4, 5_000, 20_000, 10, 30, 3, 10);
    assertThatThrownBy(() -> read("a,b,c,d\n1,2,3,4\n", few))
        .hasMessageContaining("more than 3 columns");
    assertThatThrownBy(() -> read("a,b\n12345678901,2\n", few))
        .hasMessageContaining("Line 2 has more than 10 characters in column 1");
    assertThatThrownBy(() -> read("a\n1\n2\n3\n4\n", few)).hasMessageContaining("more than 4 rows");
    assertThat(read("a\nx1\nx2\nx3\n", few).rows()).hasSize(3);
    byte[] texts =
        Xlsx.of(Xlsx.texts(1, "a"))
            .with(
                "xl/sharedStrings.xml",
                "<sst><si><t>1</t></si><si><t>2</t></si><si><t>3</t></si><si><t>4</t></si></sst>")
            .bytes();
    assertThatThrownBy(() -> read(texts, few)).hasMessageContaining("too many different texts");
    byte[] inflates = Xlsx.of(Xlsx.texts(1, "a") + " ".repeat(30_000)).bytes();
    assertThatThrownBy(() -> read(inflates, few))
        .hasMessageContaining("far too large when it is unpacked");
    assertThatThrownBy(() -> read(Xlsx.of("").with("a", random(9_000)).bytes(), few))
        .hasMessageContaining("larger than 0 MB");
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder();
    new Random(1).ints(length, 33, 126).forEach(text::appendCodePoint);
    return text.toString();
  }

  private static Tables.Table read(String text, ReadingLimits limits) {
    return read(latin(text), limits);
  }

  private static Tables.Table read(byte[] bytes, ReadingLimits limits) {
    return Tables.read(() -> new ByteArrayInputStream(bytes), limits, FormatChoice.RECOGNISED);
  }

  @Test
  void aFileThatCannotBeHadIsNotCalledDamaged() {
    assertThatThrownBy(
            () ->
                Tables.read(
                    () -> {
                      throw new IOException("gone");
                    },
                    ReadingLimits.standard(),
                    FormatChoice.RECOGNISED))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void theStreamIsClosedHoweverReadingEnds() {
    for (String text :
        new String[] {"Name\nAnn\n", "", "%PDF", "Name,Note\nAnn,\"open", "PK\3\4x"}) {
      AtomicBoolean closed = new AtomicBoolean();
      InputSource source =
          () ->
              new ByteArrayInputStream(latin(text)) {
                @Override
                public void close() {
                  closed.set(true);
                }
              };
      try {
        Tables.read(source, ReadingLimits.standard(), FormatChoice.RECOGNISED);
      } catch (UnreadableFileException refused) {
        assertThat(refused).hasMessageNotContaining("null");
      }
      assertThat(closed).as(text).isTrue();
    }
  }
}
