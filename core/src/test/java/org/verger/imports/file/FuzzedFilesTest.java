package org.verger.imports.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the bytes are, reading ends in rows or in a sentence. The seeds are fixed. */
class FuzzedFilesTest {

  private static final long SEED = 20260105;
  private static final List<String> FILES =
      List.of(
          "bom.csv",
          "utf16-le.csv",
          "quotes.csv",
          "title-lines.csv",
          "wide-funds.csv",
          "latin1-semicolons.csv");
  private static final String SHEET =
      Xlsx.sheet(
          "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\""
              + " t=\"inlineStr\"><is><t>Amount</t></is></c></row><row r=\"2\"><c r=\"A2\""
              + " s=\"1\"><v>46026.5</v></c><c r=\"B2\"><f>SUM(A1)</f><v>12.10</v></c></row><row"
              + " r=\"3\"><c r=\"A3\" t=\"b\"><v>1</v></c><c r=\"B3\""
              + " t=\"e\"><v>#N/A</v></c></row>");
  private static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"d/m/yy\"/></numFmts><cellXfs><xf"
          + " numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
  private static final String TEXTS = "<sst><si><t>Name</t></si></sst>";

  private final Random random = new Random(SEED);
  private int read;
  private int refused;

  private void survives(byte[] bytes, String what) {
    try {
      Tables.read(bytes, FormatChoice.RECOGNISED);
      read++;
    } catch (UnreadableFileException expected) {
      refused++;
    } catch (Throwable unexpected) {
      fail("seed %d, %s: %s".formatted(SEED, what, Arrays.toString(bytes)), unexpected);
    }
  }

  @Test
  void randomBytes() {
    for (int run = 0; run < 2_000; run++) {
      byte[] bytes = new byte[random.nextInt(400)];
      random.nextBytes(bytes);
      if (run % 3 == 0) {
        for (int at = 0; at < bytes.length; at++) {
          bytes[at] = (byte) "ab1\",;\t\r\n '|\u00E9".charAt(Math.floorMod(bytes[at], 13));
        }
      }
      survives(bytes, "random " + run);
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  @Test
  void realFilesCutAndChanged() {
    List<byte[]> files = new ArrayList<>();
    FILES.forEach(file -> files.add(Tables.bytesOf("ugly/" + file)));
    files.add(
        Xlsx.of("")
            .with(Xlsx.SHEET, SHEET)
            .with("xl/styles.xml", STYLES)
            .with("xl/sharedStrings.xml", TEXTS)
            .bytes());
    for (int run = 0; run < 1_400; run++) {
      survives(changed(files.get(run % files.size())), "changed " + run);
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  @Test
  void spreadsheetsWithChangedParts() {
    for (int run = 0; run < 600; run++) {
      Xlsx file =
          Xlsx.of("")
              .with(Xlsx.SHEET, SHEET)
              .with("xl/styles.xml", STYLES)
              .with("xl/sharedStrings.xml", TEXTS);
      switch (run % 5) {
        case 0 -> file.with("xl/styles.xml", changed(STYLES));
        case 1 -> file.with("xl/sharedStrings.xml", changed(TEXTS));
        case 2 -> file.workbook("", changed("<sheet name=\"Gifts\" sheetId=\"1\" r:id=\"rId1\"/>"));
        default -> file.with(Xlsx.SHEET, changed(SHEET));
      }
      survives(file.bytes(), "part " + run);
    }
    assertThat(read).isPositive();
    assertThat(refused).isPositive();
  }

  private String changed(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return new String(changed(bytes), StandardCharsets.ISO_8859_1);
  }

  private byte[] changed(byte[] original) {
    byte[] bytes = original.clone();
    int changes = 1 + random.nextInt(4);
    for (int change = 0; change < changes && bytes.length > 2; change++) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "0123456789<>&\"/-E.,\n".charAt(random.nextInt(20));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        default ->
            System.arraycopy(
                original,
                0,
                bytes,
                at,
                Math.min(bytes.length - at, random.nextInt(1 + Math.min(40, original.length))));
      }
    }
    return bytes;
  }
}
