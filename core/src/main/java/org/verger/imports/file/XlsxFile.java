package org.verger.imports.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Opens an XLSX file. The parts of the archive are needed in another order than they stand in, so
 * the file is kept on disk while it is read.
 */
final class XlsxFile {

  private XlsxFile() {}

  static Records open(byte[] head, InputStream rest, ReadingLimits limits, @Nullable String sheet)
      throws IOException {
    Path copy = Files.createTempFile("verger-import-", ".xlsx");
    boolean opened = false;
    try {
      keep(head, rest, copy, limits.maxXlsxBytes());
      ZipDirectory.check(copy, limits);
      Records records = read(copy, limits, sheet);
      opened = true;
      return records;
    } finally {
      if (!opened) {
        Files.deleteIfExists(copy);
      }
    }
  }

  private static void keep(byte[] head, InputStream rest, Path copy, long most) throws IOException {
    try (OutputStream out = Files.newOutputStream(copy)) {
      byte[] buffer = head;
      long total = 0;
      for (int got = head.length; got >= 0; got = rest.read(buffer)) {
        total += got;
        if (total > most) {
          throw Refusals.tooLarge(most);
        }
        out.write(buffer, 0, got);
      }
    }
  }

  private static Records read(Path copy, ReadingLimits limits, @Nullable String sheet)
      throws IOException {
    ZipFile zip = zip(copy);
    boolean opened = false;
    try {
      Workbook workbook = Workbook.read(new ZipParts(zip, limits), limits);
      Records records = firstWithData(workbook, copy, zip, sheet);
      opened = true;
      return records;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  private static ZipFile zip(Path copy) {
    try {
      return ZipFile.builder().setFile(copy.toFile()).get();
    } catch (IOException | RuntimeException broken) {
      throw Refusals.damaged(broken);
    }
  }

  private static Records firstWithData(
      Workbook workbook, Path copy, ZipFile zip, @Nullable String chosen) {
    List<Workbook.Sheet> sheets = workbook.visibleSheets();
    for (Workbook.Sheet sheet : sheets) {
      if (chosen == null || chosen.equals(sheet.name())) {
        FileFormat format =
            FileFormat.xlsx(sheet.name(), sheets.stream().map(Workbook.Sheet::name).toList());
        SheetRows rows = workbook.rows(sheet);
        Row first = rows.next();
        if (first != null) {
          return new XlsxRecords(format, first, rows, zip, copy);
        }
        rows.close();
      }
    }
    throw chosen == null || sheets.stream().anyMatch(sheet -> sheet.name().equals(chosen))
        ? Refusals.noData()
        : Refusals.noSuchSheet(chosen);
  }
}
