package org.verger.imports.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file was recognised as.
 *
 * @param encoding the name of the character set of a CSV file, null for XLSX
 * @param delimiter what stands between the cells of a CSV file, null for XLSX
 * @param sheet the name of the sheet that is read, null for CSV
 * @param sheets the names of all visible sheets, none for CSV
 */
public record FileFormat(
    Kind kind,
    @Nullable String encoding,
    @Nullable Character delimiter,
    @Nullable String sheet,
    List<String> sheets) {

  /** The two kinds of file that can be read. */
  public enum Kind {
    CSV,
    XLSX
  }

  public FileFormat {
    sheets = List.copyOf(sheets);
  }

  static FileFormat csv(String encoding, char delimiter) {
    return new FileFormat(Kind.CSV, encoding, delimiter, null, List.of());
  }

  static FileFormat xlsx(String sheet, List<String> sheets) {
    return new FileFormat(Kind.XLSX, null, null, sheet, sheets);
  }
}
