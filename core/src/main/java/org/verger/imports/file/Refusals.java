package org.verger.imports.file;

import org.jspecify.annotations.Nullable;

/** The sentences with which a file is refused: what is wrong, where, and what to do. */
final class Refusals {

  private Refusals() {}

  private static UnreadableFileException say(String format, Object... arguments) {
    return new UnreadableFileException(format.formatted(arguments));
  }

  static UnreadableFileException empty() {
    return say("The file is empty");
  }

  static UnreadableFileException notATable(String what) {
    return say("%s; open it in a spreadsheet program and save it as .xlsx or .csv", what);
  }

  static UnreadableFileException noHeader() {
    return say(
        "The file has no line with the names of its columns; write one above the data, such as"
            + " First name, Last name, E-mail");
  }

  static UnreadableFileException noSuchLine(long line) {
    return say("The file has nothing on line %,d, where the names of the columns should be", line);
  }

  static UnreadableFileException nulByte(long line) {
    return say(
        "Line %,d holds a character that is no text (NUL): the file is damaged or not a CSV file;"
            + " export it again as .xlsx or .csv",
        line);
  }

  static UnreadableFileException openQuote(long line) {
    return say(
        "Line %,d opens a quotation mark (\") that is not closed where it should be; close it, or"
            + " double it if it is meant as a character",
        line);
  }

  static UnreadableFileException longLine(long line, ReadingLimits limits) {
    return say(
        "Line %,d is longer than %,d bytes: the file has no line ends, or is not a table",
        line, limits.maxRowBytes());
  }

  static UnreadableFileException longCell(long line, int column, ReadingLimits limits) {
    return say(
        "Line %,d has more than %,d characters in column %,d; shorten the text",
        line, limits.maxCellChars(), column + 1);
  }

  static UnreadableFileException tooManyColumns(long line, ReadingLimits limits) {
    return say(
        "Line %,d has more than %,d columns; delete those that are not needed",
        line, limits.maxColumns());
  }

  static UnreadableFileException tooManyRows(ReadingLimits limits) {
    return say("The file has more than %,d rows; divide it", limits.maxRows());
  }

  static UnreadableFileException tooLarge(long mostBytes) {
    return say(
        "The file is larger than %,d MB; divide it or save it as .csv", mostBytes / 1_000_000);
  }

  static UnreadableFileException inflates() {
    return say(
        "The file becomes far too large when it is unpacked; save the sheet as .csv and give that");
  }

  static UnreadableFileException tooManyTexts() {
    return say("The file holds too many different texts; save the sheet as .csv and give that");
  }

  static UnreadableFileException damaged(@Nullable Exception cause) {
    return new UnreadableFileException(
        "The file is damaged and cannot be read; open it in a spreadsheet program and save it again"
            + " as .xlsx or .csv",
        cause);
  }

  static UnreadableFileException noData() {
    return say("The file has no sheet with data; check that it is the right file");
  }

  static UnreadableFileException noSuchSheet(String name) {
    return say("The file has no visible sheet called %s; choose another one", name);
  }
}
