package org.verger.imports;

import java.util.List;
import org.verger.organisation.Area;

/** How records of one kind are imported. A feature adds one as a bean. */
public interface RecordImport {

  /** The kind: code of one of {@link org.verger.imports.mapping.ImportKinds}. */
  String kind();

  /** The area in which whoever imports needs a right, at the units that the rows belong to. */
  Area area();

  /** The records that the rows become. */
  MergedTable rows();

  /** Columns of the staging table that are not part of the record, after those that are. */
  default List<String> noted() {
    return List.of();
  }

  /** The records that rows share and that go in before them. */
  default List<Parent> parents() {
    return List.of();
  }

  /**
   * Which staged rows {@code s} become a row of the table, as SQL: some only say something of a
   * parent.
   */
  default String insertable() {
    return "TRUE";
  }

  /** Whether a row can change a record, or only add one. */
  default boolean changes() {
    return true;
  }

  /** Makes ready to judge the rows of a file; what they are compared with is read now. */
  RowJudge judge(ImportContext context);

  /** Judges what only the staged rows together can tell, in SQL. */
  default void settle(ImportContext context) {}

  /**
   * Does what belongs to new and changed records beside the records themselves.
   *
   * @param lines the lines whose rows have just been merged
   */
  default void merged(ImportFile file, Lines lines) {}

  /**
   * Takes back what {@link #merged} did.
   *
   * @throws UndoRefusedException when that is not possible
   */
  default void undone(ImportFile file) {}
}
