package org.verger.imports.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The rows of one sheet, and what is to be let go of after them. */
final class XlsxRecords implements Records {

  private final FileFormat format;
  private final SheetRows rows;
  private final ZipFile zip;
  private final Path copy;
  private @Nullable Row first;

  XlsxRecords(FileFormat format, Row first, SheetRows rows, ZipFile zip, Path copy) {
    this.format = format;
    this.first = first;
    this.rows = rows;
    this.zip = zip;
    this.copy = copy;
  }

  @Override
  public FileFormat format() {
    return format;
  }

  @Override
  public @Nullable Row next() {
    Row row = first == null ? rows.next() : first;
    first = null;
    return row;
  }

  @Override
  public void close() {
    rows.close();
    try (zip) {
      Files.deleteIfExists(copy);
    } catch (IOException leftToTheSystem) {
      // The directory for temporary files is emptied by the system.
    }
  }
}
