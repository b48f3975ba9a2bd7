package org.verger.imports.values;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/** Reads the amounts of one column. */
public final class AmountReader implements ValueReader<Money> {

  /**
   * Makes a reader for a column.
   *
   * @param sample cells of the column, the more the better
   * @param currency ISO 4217 of the amounts; another one in a cell is refused
   * @param region ISO 3166 alpha-2 of the church; says what 1,234 is when the sample does not
   */
  public static AmountReader forColumn(List<String> sample, String currency, String region) {
    throw new UnsupportedOperationException(currency);
  }

  /** The same way of reading for amounts in another currency, as a column of currencies says. */
  public AmountReader in(String currency) {
    throw new UnsupportedOperationException(currency);
  }

  /** What stands before the decimals, '.' or ','. */
  public char decimalMark() {
    throw new UnsupportedOperationException();
  }

  /** What is wrong with the column, as a sentence to show, or null. */
  public @Nullable String warning() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reading<Money> read(String text) {
    throw new UnsupportedOperationException(text);
  }
}
