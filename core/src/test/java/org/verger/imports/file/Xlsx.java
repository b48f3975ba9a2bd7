package org.verger.imports.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes XLSX files part by part, also such as no spreadsheet program would write. */
final class Xlsx {

  static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String RELATIONS =
      "<Relationships"
          + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
  private static final String RELATION =
      "<Relationship Id=\"%s\""
          + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s\""
          + " Target=\"%s\"/>";
  private static final String WORKBOOK =
      "<workbook xmlns=\"m\" xmlns:r=\"r\">%s<sheets>%s</sheets></workbook>";

  private final Map<String, String> parts = new LinkedHashMap<>();

  Xlsx() {
    with(
        "_rels/.rels",
        RELATIONS.formatted(RELATION.formatted("rId1", "officeDocument", "xl/workbook.xml")));
    with(
        "xl/_rels/workbook.xml.rels",
        RELATIONS.formatted(
            RELATION.formatted("rId1", "worksheet", "worksheets/sheet1.xml")
                + RELATION.formatted("rId2", "worksheet", "/xl/worksheets/sheet2.xml")
                + RELATION.formatted("rId3", "sharedStrings", "sharedStrings.xml")
                + RELATION.formatted("rId4", "styles", "styles.xml")));
    workbook("", "<sheet name=\"Gifts\" sheetId=\"1\" r:id=\"rId1\"/>");
  }

  /** A file with one sheet. */
  static Xlsx of(String rows) {
    return new Xlsx().with(SHEET, sheet(rows));
  }

  static String sheet(String rows) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet xmlns=\"m\"><sheetData>"
        + rows
        + "</sheetData></worksheet>";
  }

  /** A row of texts. */
  static String texts(int number, String... texts) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (int column = 0; column < texts.length; column++) {
      row.append(
          "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
              .formatted((char) ('A' + column), number, texts[column]));
    }
    return row + "</row>";
  }

  Xlsx workbook(String properties, String sheets) {
    return with("xl/workbook.xml", WORKBOOK.formatted(properties, sheets));
  }

  Xlsx with(String part, String content) {
    parts.put(part, content);
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
