package org.verger.imports.file;

/** Opens a file that somebody uploaded, whatever it is called. */
public final class SourceFile {

  private SourceFile() {}

  /**
   * Opens a file and finds its header.
   *
   * @param fileName only for messages
   * @throws UnreadableFileException with a sentence that says what to do
   * @throws java.io.UncheckedIOException when the bytes cannot be had
   */
  public static RowReader open(InputSource source, String fileName, ReadingLimits limits) {
    return open(source, fileName, limits, FormatChoice.RECOGNISED);
  }

  /** Opens a file as a person says it is to be read. */
  public static RowReader open(
      InputSource source, String fileName, ReadingLimits limits, FormatChoice choice) {
    throw new UnsupportedOperationException(fileName);
  }
}
