package org.verger.imports.values;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Collects what the cells of one column show of what stands before their decimals. */
public final class DecimalMarks {

  private int dots;
  private int commas;

  /** Looks at a cell. */
  public void add(String cell) {
    AmountText amount = AmountText.of(RawText.clean(cell));
    char evidence = amount == null ? 0 : amount.evidence();
    dots += evidence == '.' ? 1 : 0;
    commas += evidence == ',' ? 1 : 0;
  }

  /**
   * Makes a reader for the column.
   *
   * @param currency ISO 4217 of the amounts; another one in a cell is refused
   * @param region ISO 3166 alpha-2 of the church; says what 1,234 is when no cell does
   * @throws IllegalArgumentException when there is no such currency
   */
  public AmountReader reader(String currency, String region) {
    char mark = dots == commas ? Regions.decimalMark(region) : dots > commas ? '.' : ',';
    return new AmountReader(Currency.getInstance(currency), mark, warning());
  }

  private @Nullable String warning() {
    return dots == 0 || commas == 0
        ? null
        : "Some amounts of this column have a point before the decimals (%,d), others a comma (%,d); look at them before you apply"
            .formatted(dots, commas);
  }
}
