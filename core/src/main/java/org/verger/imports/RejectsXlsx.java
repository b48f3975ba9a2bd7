package org.verger.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.verger.exports.SheetText;
import org.verger.imports.mapping.ImportField.Type;

/**
 * A workbook that, read again, says the same as the one that was sent. What its columns mean
 * decides what a cell is: an amount that a number says exactly is a number, and a day is a date.
 * All else is text and stays text when somebody changes it, so that a phone keeps its zeros.
 */
final class RejectsXlsx implements RejectsTable {

  private static final int FLUSH_ROWS = 200;
  private static final String TEXT = "@";
  private static final String DATE = "yyyy-mm-dd";
  // Spreadsheets count a 29 February 1900, which there was not.
  private static final LocalDate FIRST_DATE = LocalDate.of(1900, 3, 1);
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?");
  private static final int DIGITS = 15;

  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<Type> types;
  private int row;

  /**
   * @param types what stands in each of the first columns; those after them hold text
   */
  RejectsXlsx(OutputStream out, List<Type> types) {
    this.workbook = new Workbook(out, "Verger", "1.0");
    this.sheet = workbook.newWorksheet("Rejects");
    this.types = types;
  }

  @Override
  public void header(List<String> names) {
    sheet.freezePane(0, 1);
    for (int column = 0; column < names.size(); column++) {
      sheet.inlineString(0, column, names.get(column));
      sheet.style(0, column).bold().set();
      sheet.width(column, Math.clamp(names.get(column).length() + 4L, 12, 40));
    }
    row = 1;
  }

  @Override
  public void row(List<String> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      if (!cells.get(column).isEmpty()) {
        put(column, column < types.size() ? types.get(column) : Type.TEXT, cells.get(column));
      }
    }
    row++;
    if (row % FLUSH_ROWS == 0) {
      sheet.flush();
    }
  }

  private void put(int column, Type type, String cell) {
    LocalDate day = type == Type.DATE || type == Type.DATE_TIME ? day(cell) : null;
    boolean counts = type == Type.AMOUNT || type == Type.NUMBER;
    if (day != null) {
      sheet.value(row, column, day);
      sheet.style(row, column).format(DATE).set();
    } else if (counts && isExact(cell)) {
      sheet.value(row, column, new BigDecimal(cell));
    } else {
      text(column, cell, !counts && type != Type.DATE && type != Type.DATE_TIME);
    }
  }

  private void text(int column, String cell, boolean stays) {
    // Not through the table of shared texts, which would be kept in memory.
    sheet.inlineString(row, column, SheetText.readable(cell));
    if (stays || SheetText.beginsFormula(cell)) {
      sheet.style(row, column).format(TEXT).set();
    }
  }

  private static @Nullable LocalDate day(String cell) {
    try {
      LocalDate day = DAY.matcher(cell).matches() ? LocalDate.parse(cell) : null;
      return day == null || day.isBefore(FIRST_DATE) ? null : day;
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  private static boolean isExact(String cell) {
    return cell.length() <= DIGITS && NUMBER.matcher(cell).matches() && !cell.equals("-0");
  }

  @Override
  public void finish() throws IOException {
    workbook.finish();
  }
}
