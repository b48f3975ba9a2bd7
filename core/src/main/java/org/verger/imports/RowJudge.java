package org.verger.imports;

import java.util.List;
import org.verger.imports.file.Row;

/** Says what becomes of each row of a file, in the order of the file. Belongs to one thread. */
public interface RowJudge {

  /** Judges a row and hands on what becomes of it, at least once. */
  void judge(Row row, Staged staged);

  /** The shared records that the rows judged so far need. */
  default List<ParentRows> parents() {
    return List.of();
  }

  /** Takes what becomes of a row. */
  @FunctionalInterface
  interface Staged {
    void add(StagedRow row);
  }

  /** Shared records of one table. */
  record ParentRows(MergedTable table, List<StagedParent> rows) {
    public ParentRows {
      rows = List.copyOf(rows);
    }
  }
}
