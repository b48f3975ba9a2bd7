package org.verger.imports.file;

import java.util.List;

/**
 * One row of a file, below its header.
 *
 * @param line the line of the file on which it begins, from 1; for XLSX the number of the row
 * @param cells as they stand in the file, at least one for each column; more only when there is
 *     text to the right of the last column. Not to be changed
 */
public record Row(long line, List<String> cells) {

  /** The text of a cell as it stands in the file, empty when there is none. */
  public String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Whether there is text to the right of the last column, so that columns may be displaced. */
  public boolean isWiderThan(Header header) {
    return cells.size() > header.width();
  }
}
