package org.verger.imports.file;

import java.io.Closeable;
import org.jspecify.annotations.Nullable;

/** The rows of a file, one after the other. Belongs to one thread. */
public interface RowReader extends Closeable {

  /** What the file was recognised as. */
  FileFormat format();

  /** The names of the columns. */
  Header header();

  /**
   * The next row that is not blank and not a repeated header, or null after the last.
   *
   * @throws UnreadableFileException when the file is damaged from here on or exceeds a limit
   * @throws java.io.UncheckedIOException when the bytes cannot be had
   */
  @Nullable Row next();

  /** Lets go of the file; never fails. */
  @Override
  void close();
}
