package org.verger.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Opens a file that somebody uploaded. What it is called does not matter, its content does. */
public final class SourceFile {

  private static final int HEAD = 1 << 16;

  private SourceFile() {}

  /**
   * Opens a file and finds its header.
   *
   * @param fileName for the message when the bytes cannot be had
   * @throws UnreadableFileException with a sentence that says what to do
   * @throws UncheckedIOException when the bytes cannot be had
   */
  public static RowReader open(InputSource source, String fileName, ReadingLimits limits) {
    return open(source, fileName, limits, FormatChoice.RECOGNISED);
  }

  /** Opens a file as a person says it is to be read. */
  public static RowReader open(
      InputSource source, String fileName, ReadingLimits limits, FormatChoice choice) {
    Records records = null;
    try {
      records = records(source, limits, choice);
      return TableReader.over(records, choice.headerLine());
    } catch (UnreadableFileException | UncheckedIOException failed) {
      if (records != null) {
        records.close();
      }
      throw failed;
    } catch (IOException lost) {
      throw new UncheckedIOException(fileName + " cannot be had", lost);
    }
  }

  private static Records records(InputSource source, ReadingLimits limits, FormatChoice choice)
      throws IOException {
    InputStream in = source.open();
    boolean handedOn = false;
    try {
      byte[] head = in.readNBytes(HEAD);
      if (head.length == 0) {
        throw Refusals.empty();
      }
      FileSignature.refuseOthers(head);
      if (FileSignature.zip(head)) {
        return XlsxFile.open(head, in, limits, choice.sheet());
      }
      Records records = CsvFile.open(head, head.length < HEAD, in, limits, choice);
      handedOn = true;
      return records;
    } finally {
      if (!handedOn) {
        in.close();
      }
    }
  }
}
