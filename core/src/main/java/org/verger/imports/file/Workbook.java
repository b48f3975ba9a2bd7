package org.verger.imports.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sheets of a spreadsheet and what they share: texts, styles, the beginning of its calendar.
 */
final class Workbook {

  private static final String USUAL = "xl/workbook.xml";
  private static final int SHEETS = 2_000;

  private final ZipParts parts;
  private final ReadingLimits limits;
  private final List<Sheet> sheets = new ArrayList<>();
  private final Map<String, String> targets = new HashMap<>();
  private final Map<String, String> byType = new HashMap<>();
  private boolean from1904;
  private @Nullable SharedStrings texts;
  private @Nullable CellStyles styles;

  /** A sheet that people see, with the name of the part it is in. */
  record Sheet(String name, String part) {}

  private Workbook(ZipParts parts, ReadingLimits limits) {
    this.parts = parts;
    this.limits = limits;
  }

  static Workbook read(ZipParts parts, ReadingLimits limits) {
    Workbook workbook = new Workbook(parts, limits);
    workbook.links("_rels/.rels", "");
    String main = workbook.byType.getOrDefault("officeDocument", USUAL);
    if (!parts.has(main)) {
      throw Refusals.notATable("This is an archive or a document, and no Excel file");
    }
    if (main.endsWith(".bin")) {
      throw Refusals.notATable("This is a binary Excel file (.xlsb)");
    }
    int slash = main.lastIndexOf('/') + 1;
    String folder = main.substring(0, slash);
    workbook.links(folder + "_rels/" + main.substring(slash) + ".rels", folder);
    workbook.sheets(main);
    return workbook;
  }

  List<Sheet> visibleSheets() {
    return List.copyOf(sheets);
  }

  SheetRows rows(Sheet sheet) {
    if (texts == null || styles == null) {
      try (XmlEvents ofTexts = part("sharedStrings");
          XmlEvents ofStyles = part("styles")) {
        texts = SharedStrings.read(ofTexts, limits);
        styles = CellStyles.read(ofStyles);
      }
    }
    XmlEvents xml = parts.open(sheet.part());
    if (xml == null) {
      throw Refusals.damaged(null);
    }
    return new SheetRows(xml, new CellText(texts, styles, from1904), limits);
  }

  private @Nullable XmlEvents part(String type) {
    String name = byType.get(type);
    return name == null ? null : parts.open(name);
  }

  private void links(String name, String folder) {
    try (XmlEvents xml = parts.open(name)) {
      while (xml != null && xml.next()) {
        if (xml.starts("Relationship")) {
          link(xml, folder);
        }
      }
    }
  }

  private void link(XmlEvents xml, String folder) {
    String id = xml.attribute("Id");
    String target = xml.attribute("Target");
    String type = xml.attribute("Type");
    if (id != null && target != null && type != null && targets.size() < SHEETS * 2) {
      String part = target.startsWith("/") ? target.substring(1) : folder + target;
      targets.put(id, part);
      byType.put(type.substring(type.lastIndexOf('/') + 1), part);
    }
  }

  private void sheets(String main) {
    try (XmlEvents xml = parts.open(main)) {
      while (xml != null && xml.next()) {
        if (xml.starts("workbookPr")) {
          String value = xml.attribute("date1904");
          from1904 = "1".equals(value) || "true".equals(value);
        } else if (xml.starts("sheet")) {
          sheet(xml);
        }
      }
    }
  }

  private void sheet(XmlEvents xml) {
    String state = xml.attribute("state");
    String name = xml.attribute("name");
    String id = xml.attribute("id");
    String part = id == null ? null : targets.get(id);
    if ((state == null || state.equals("visible")) && name != null && part != null) {
      if (sheets.size() == SHEETS) {
        throw Refusals.inflates();
      }
      // Sheets of charts have no cells.
      if (!part.contains("chartsheets/")) {
        sheets.add(new Sheet(name, part));
      }
    }
  }
}
