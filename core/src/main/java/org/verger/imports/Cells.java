package org.verger.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verger.imports.values.Reading;
import org.verger.imports.values.ValueReader;

/** Reads cells, and collects what cannot be read. */
public final class Cells {

  private Cells() {}

  /**
   * What stands in a cell.
   *
   * @param problems takes the reason when it cannot be read
   * @return null when the cell is blank or cannot be read
   */
  public static <T> @Nullable T read(ValueReader<T> reader, String cell, List<String> problems) {
    if (cell.isEmpty()) {
      return null;
    }
    Reading<T> reading = reader.read(cell);
    String reason = reading.reason();
    if (reason != null) {
      problems.add(reason);
    }
    return reading.orNull();
  }

  /** As {@link #read}, for what every row has to say. */
  public static <T> @Nullable T require(
      ValueReader<T> reader, String cell, String missing, List<String> problems) {
    if (cell.isBlank()) {
      problems.add(missing);
    }
    return read(reader, cell, problems);
  }

  /** The text, or null when it is empty. */
  public static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
