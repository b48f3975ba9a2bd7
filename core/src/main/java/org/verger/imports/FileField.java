package org.verger.imports;

import java.util.List;
import org.verger.imports.file.Row;

/** The cells of one field, row by row. */
public final class FileField {

  private final int[] columns;

  private FileField(int[] columns) {
    this.columns = columns;
  }

  static FileField of(List<Integer> columns) {
    return new FileField(columns.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Whether the file has it. */
  public boolean isThere() {
    return columns.length > 0;
  }

  /**
   * The first cell of the field that is not blank, without blanks around it; empty when there is
   * none.
   */
  public String of(Row row) {
    for (int column : columns) {
      String text = row.cell(column).strip();
      if (!text.isEmpty()) {
        return isGuarded(text) ? text.substring(1) : text;
      }
    }
    return "";
  }

  // Exports put an apostrophe before what a spreadsheet would take for a formula.
  private static boolean isGuarded(String text) {
    return text.length() > 1 && text.charAt(0) == '\'' && "=+-@".indexOf(text.charAt(1)) >= 0;
  }
}
