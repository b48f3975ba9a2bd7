package org.verger.imports.file;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what stands between the cells of a text: the character that gives the most even table. */
final class DelimiterFinder {

  private static final char[] CANDIDATES = {',', ';', '\t', '|'};
  private static final int ROWS = 200;

  private DelimiterFinder() {}

  static char find(byte[] head, CellDecoder decoder, ReadingLimits limits) {
    char best = ',';
    double most = 0;
    for (char candidate : CANDIDATES) {
      double evenness = evenness(widths(head, candidate, decoder, limits));
      if (evenness > most) {
        most = evenness;
        best = candidate;
      }
    }
    return best;
  }

  private static List<Integer> widths(
      byte[] head, char candidate, CellDecoder decoder, ReadingLimits limits) {
    FileFormat format = FileFormat.csv("", candidate);
    List<Integer> widths = new ArrayList<>();
    try (CsvRecords records =
        new CsvRecords(new ByteArrayInputStream(head), format, decoder, limits, candidate)) {
      for (Row row = records.next(); row != null && widths.size() < ROWS; row = records.next()) {
        widths.add(row.cells().size());
      }
    } catch (UnreadableFileException cutOrWrong) {
      // What was read before tells enough; whether the file is sound is seen when it is read.
    }
    return widths;
  }

  /** Near 1 when all rows have the same number of cells, and the more cells the nearer. */
  private static double evenness(List<Integer> widths) {
    Map<Integer, Integer> times = new HashMap<>();
    widths.forEach(width -> times.merge(width, 1, Integer::sum));
    double best = 0;
    for (Map.Entry<Integer, Integer> width : times.entrySet()) {
      double share = (double) width.getValue() / widths.size();
      best = Math.max(best, share * (1 - 1.0 / width.getKey()));
    }
    return best;
  }
}
