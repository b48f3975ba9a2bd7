package org.verger.analytics.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart with the table behind it: the rows are its points, the columns its lines or bars.
 *
 * @param kind how it is drawn: {@code bars}, {@code stack}, {@code lines} or {@code funnel}
 * @param heading over the first column
 */
public record Panel(
    String id,
    String title,
    String kind,
    String heading,
    List<String> columns,
    List<Row> rows,
    String chart) {

  public Panel {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /** Whether there is something in it. */
  public boolean isFilled() {
    return rows.stream()
        .flatMap(row -> row.cells().stream())
        .anyMatch(cell -> cell.value() != null && cell.value() != 0);
  }

  /** A point of the chart. */
  public record Row(String label, List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A value.
   *
   * @param text as people read it
   * @param value as it is drawn; null for nothing
   */
  public record Cell(String text, @Nullable Double value) {}
}
