package org.verger.imports.file;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet that are not blank, one after the other. */
final class SheetRows {

  private final XmlEvents xml;
  private final CellText text;
  private final ReadingLimits limits;
  private final StringBuilder stored = new StringBuilder();
  private String[] cells = new String[32];
  private int width;
  private int column;
  private long chars;
  private long line;
  private long rows;
  private boolean ended;

  SheetRows(XmlEvents xml, CellText text, ReadingLimits limits) {
    this.xml = xml;
    this.text = text;
    this.limits = limits;
  }

  @Nullable Row next() {
    while (!ended && xml.next()) {
      if (xml.starts("row")) {
        Row row = row();
        if (row != null) {
          return row;
        }
      }
      ended = xml.ends("sheetData");
    }
    return null;
  }

  private @Nullable Row row() {
    String number = xml.attribute("r");
    line = number == null ? line + 1 : CellAddress.row(number);
    if (++rows > limits.maxRows()) {
      throw Refusals.tooManyRows(limits);
    }
    width = 0;
    column = -1;
    chars = 0;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        cell();
      }
    }
    return width == 0 ? null : new Row(line, Arrays.asList(Arrays.copyOf(cells, width)));
  }

  private void cell() {
    String address = xml.attribute("r");
    String style = xml.attribute("s");
    String type = xml.attribute("t");
    column = address == null ? column + 1 : CellAddress.column(address);
    boolean formula = false;
    boolean value = false;
    stored.setLength(0);
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        value = true;
        xml.text("v", stored, limits.maxCellChars());
      } else if (xml.starts("is")) {
        value = true;
        RichText.read(xml, "is", stored, limits.maxCellChars());
      } else if (xml.starts("f")) {
        formula = true;
      }
    }
    if (value && !stored.isEmpty()) {
      put(text.of(type, style, stored.toString()));
    } else if (formula && !value) {
      put(CellText.NOT_CALCULATED);
    }
  }

  private void put(String shown) {
    if (shown.isBlank()) {
      return;
    }
    if (column >= limits.maxColumns()) {
      throw Refusals.tooManyColumns(line, limits);
    }
    if (shown.length() > limits.maxCellChars()) {
      throw Refusals.longCell(line, column, limits);
    }
    chars += shown.length();
    if (chars > limits.maxRowBytes()) {
      throw Refusals.longLine(line, limits);
    }
    if (column >= cells.length) {
      cells = Arrays.copyOf(cells, Math.min(limits.maxColumns(), column * 2 + 1));
    }
    if (column >= width) {
      Arrays.fill(cells, width, column, "");
      width = column + 1;
    }
    cells[column] = shown;
  }

  void close() {
    xml.close();
  }
}
