package org.verger.imports.file;

/**
 * What a file may have at most. They are counted while it is read, so that a hostile file costs no
 * more memory than a good one.
 *
 * @param maxColumns columns
 * @param maxCellChars characters of a cell
 * @param maxRowBytes bytes of a row; a CSV row that is longer has a quote that is never closed, or
 *     is no CSV
 * @param maxRows rows, blank ones included
 * @param maxXlsxBytes bytes of an XLSX file
 * @param maxInflatedBytes bytes of any part of an XLSX file once it is unpacked
 * @param maxCompressionRatio how many times larger each 10 MB of a part may be than what they were
 *     unpacked from
 * @param maxSharedStringBytes bytes of all distinct texts of an XLSX file together, kept in memory
 * @param maxSharedStrings distinct texts of an XLSX file
 * @param maxZipEntries parts of an XLSX file
 */
public record ReadingLimits(
    int maxColumns,
    int maxCellChars,
    int maxRowBytes,
    long maxRows,
    long maxXlsxBytes,
    long maxInflatedBytes,
    int maxCompressionRatio,
    long maxSharedStringBytes,
    int maxSharedStrings,
    int maxZipEntries) {

  /** What is enough for the largest churches' files and bearable for the machine. */
  public static ReadingLimits standard() {
    return new ReadingLimits(
        1_000,
        100_000,
        1_000_000,
        50_000_000,
        500_000_000,
        8_000_000_000L,
        300,
        100_000_000,
        4_000_000,
        2_000);
  }
}
