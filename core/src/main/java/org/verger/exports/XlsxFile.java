package org.verger.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** A workbook; what does not fit on a sheet goes on the next one. */
final class XlsxFile implements TableFile {

  /** The most that spreadsheets can read, the heading included. */
  static final int ROWS_PER_SHEET = 1_048_576;

  private static final int FLUSH_ROWS = 200;
  private static final String DATE = "yyyy-mm-dd";
  private static final String TIME = "yyyy-mm-dd hh:mm:ss";

  private final Workbook workbook;
  private final List<String> columns;
  private final ZoneId zone;
  private final int rowsPerSheet;
  private int sheets;
  private int row;
  private Worksheet sheet;

  XlsxFile(OutputStream out, List<String> columns, ZoneId zone, int rowsPerSheet)
      throws IOException {
    this.workbook = new Workbook(out, "Verger", "1.0");
    this.columns = columns;
    this.zone = zone;
    this.rowsPerSheet = rowsPerSheet;
    this.sheet = nextSheet();
  }

  private Worksheet nextSheet() {
    sheets++;
    Worksheet next = workbook.newWorksheet("Sheet " + sheets);
    next.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      next.inlineString(0, column, columns.get(column));
      next.style(0, column).bold().set();
      next.width(column, Math.clamp(columns.get(column).length() + 4L, 12, 40));
    }
    row = 1;
    return next;
  }

  @Override
  public void add(List<? extends @Nullable Object> cells) throws IOException {
    if (row >= rowsPerSheet) {
      sheet.finish();
      sheet = nextSheet();
    }
    for (int column = 0; column < cells.size(); column++) {
      put(column, cells.get(column));
    }
    row++;
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  private void put(int column, @Nullable Object cell) {
    switch (cell) {
      case null -> {}
      case Number number -> sheet.value(row, column, number);
      case Boolean truth -> sheet.value(row, column, truth);
      case LocalDate day -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format(DATE).set();
      }
      case Instant at -> {
        sheet.value(row, column, at.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS));
        sheet.style(row, column).format(TIME).set();
      }
      // Not through the table of shared texts, which would be kept in memory.
      default -> sheet.inlineString(row, column, SheetText.readable(cell.toString()));
    }
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }
}
