package org.verger.exports;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that is written row by row; what is written leaves memory soon. */
interface TableFile {

  void add(List<? extends @Nullable Object> cells) throws IOException;

  /** Writes what is still in memory and ends the file; the stream stays open. */
  void finish() throws IOException;
}
