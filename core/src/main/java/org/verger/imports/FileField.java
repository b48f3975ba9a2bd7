package org.verger.imports;

import java.util.List;
import java.util.stream.Collectors;
import org.verger.imports.file.Row;
import org.verger.imports.values.RawText;

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
   * The first cell of the field that is not blank, cleaned, on one line; empty when there is none.
   */
  public String of(Row row) {
    for (int column : columns) {
      String text = RawText.clean(row.cell(column));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** The same with its line breaks. */
  public String lines(Row row) {
    for (int column : columns) {
      String text =
          row.cell(column).lines().map(RawText::clean).collect(Collectors.joining("\n")).strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }
}
