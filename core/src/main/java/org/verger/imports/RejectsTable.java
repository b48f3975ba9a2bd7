package org.verger.imports;

import java.io.IOException;
import java.util.List;

/** A file of rows that were not taken while it is written; what is written leaves memory soon. */
interface RejectsTable {

  /** The names of the columns; first of all. */
  void header(List<String> names);

  /** Text as it stands in the file that was sent. */
  void row(List<String> cells) throws IOException;

  /** Writes what is still in memory and ends the file; the stream stays open. */
  void finish() throws IOException;
}
