package org.verger.imports.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.verger.imports.file.Header;
import org.verger.imports.file.Row;

/**
 * Finds the columns of a wide file of gifts, in which each fund has a column: those that are
 * nothing else and hold nothing but amounts.
 */
final class FundColumns {

  private static final Pattern AMOUNT =
      Pattern.compile(
          "[\\p{Sc}A-Za-z(+ -]{0,6}\\d[\\d.,' \\u00A0\\u202F]*[\\p{Sc}A-Za-z) -]{0,6}|-");
  private static final Pattern NO_FUND =
      Pattern.compile(
          "total|sum|balance|year|age|zip|postal|phone|envelope|batch|check|cheque|number|count|grade|id|no|nr|column\\d+");

  private FundColumns() {}

  static List<String> find(Header header, Map<String, String> mapped, List<Row> sample) {
    List<String> funds = new ArrayList<>();
    boolean begun = false;
    for (int column = 0; column < header.width(); column++) {
      String name = header.names().get(column);
      if (!mapped.containsKey(name) && mayBeFund(name)) {
        Content content = content(sample, column);
        begun |= content == Content.AMOUNTS;
        // To the right of the first fund, a column that is blank so far is a fund with few gifts.
        if (content == Content.AMOUNTS || (begun && content == Content.NOTHING)) {
          funds.add(name);
        }
      }
    }
    return funds;
  }

  private enum Content {
    NOTHING,
    AMOUNTS,
    OTHER
  }

  // A slip in one cell must not make gifts of a whole column disappear: it is rejected where it
  // stands.
  private static Content content(List<Row> sample, int column) {
    int amounts = 0;
    int others = 0;
    for (Row row : sample) {
      String cell = row.cell(column).strip();
      if (cell.length() <= 40 && AMOUNT.matcher(cell).matches()) {
        amounts++;
      } else if (!cell.isEmpty()) {
        others++;
      }
    }
    if (amounts + others == 0) {
      return Content.NOTHING;
    }
    return amounts >= 3 * others ? Content.AMOUNTS : Content.OTHER;
  }

  private static boolean mayBeFund(String name) {
    for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")) {
      if (NO_FUND.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }
}
