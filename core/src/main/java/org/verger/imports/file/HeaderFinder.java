package org.verger.imports.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the row with the names of the columns among the first rows of a file. */
final class HeaderFinder {

  // Dates, amounts, telephone numbers and the like: what stands in rows and not above them.
  private static final Pattern DATA =
      Pattern.compile("[\\p{Sc}(+#-]*[0-9][0-9.,:/()\\s%-]*|.*@.*\\..*");
  private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u200B\\uFEFF]+");

  private HeaderFinder() {}

  /** The place of the first row in which most cells are filled with distinct words. */
  static int find(List<Row> rows) {
    if (rows.isEmpty()) {
      throw Refusals.empty();
    }
    int widest = rows.stream().mapToInt(HeaderFinder::filled).max().orElse(0);
    for (int at = 0; at < rows.size(); at++) {
      Row row = rows.get(at);
      int filled = filled(row);
      if (filled * 2 > widest && words(row) * 2 > filled) {
        return at;
      }
    }
    throw Refusals.noHeader();
  }

  static int at(List<Row> rows, long line) {
    for (int at = 0; at < rows.size(); at++) {
      if (rows.get(at).line() == line) {
        return at;
      }
    }
    throw Refusals.noSuchLine(line);
  }

  static Header withoutNames(List<Row> rows) {
    int width = rows.stream().mapToInt(row -> names(row).size()).max().orElse(0);
    if (width == 0) {
      throw Refusals.empty();
    }
    List<String> blank = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      blank.add("");
    }
    return new Header(0, distinct(blank));
  }

  /** The names as they stand there, without the blank ones at the end. */
  static List<String> names(Row row) {
    List<String> names = new ArrayList<>(row.cells().stream().map(HeaderFinder::name).toList());
    while (!names.isEmpty() && names.getLast().isEmpty()) {
      names.removeLast();
    }
    return names;
  }

  static String name(String cell) {
    for (int at = 0; at < cell.length(); at++) {
      char c = cell.charAt(at);
      if (c <= ' ' || c >= 0x7F) {
        return SPACES.matcher(cell).replaceAll(" ").strip();
      }
    }
    return cell;
  }

  /** Names that differ from each other: "Phone", "Phone (2)"; "Column 3" for one that is blank. */
  static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>();
    names.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    Set<String> given = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column).isEmpty() ? "Column " + (column + 1) : names.get(column);
      distinct.add(distinct(name, given, taken));
    }
    return distinct;
  }

  private static String distinct(String name, Set<String> given, Set<String> taken) {
    if (given.add(name.toLowerCase(Locale.ROOT))) {
      return name;
    }
    int number = 2;
    while (true) {
      String numbered = "%s (%d)".formatted(name, number++);
      String key = numbered.toLowerCase(Locale.ROOT);
      if (!taken.contains(key) && given.add(key)) {
        return numbered;
      }
    }
  }

  private static int filled(Row row) {
    return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private static long words(Row row) {
    return row.cells().stream()
        .map(cell -> name(cell).toLowerCase(Locale.ROOT))
        .filter(cell -> !cell.isEmpty() && cell.length() <= 200 && !DATA.matcher(cell).matches())
        .distinct()
        .count();
  }
}
