package org.verger.giving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.verger.imports.FileField;
import org.verger.imports.ImportContext;
import org.verger.imports.file.Row;
import org.verger.imports.values.AmountReader;
import org.verger.imports.values.Reading;
import org.verger.money.Money;

/** The cells of a row that hold gifts: one, or one for each fund that has a column. */
final class GiftCells {

  private final List<GiftCell> all;
  private final FileField currency;
  private final Map<String, AmountReader> inOther = new HashMap<>();

  /** A cell with an amount, and the fund that it is for. */
  record GiftCell(
      int part,
      FileField amount,
      @Nullable FileField fund,
      @Nullable String fundName,
      AmountReader amounts) {

    String fund(Row row) {
      return fundName == null ? Objects.requireNonNull(fund).of(row) : fundName;
    }
  }

  GiftCells(ImportContext context) {
    this.currency = context.field("currency");
    this.all = cells(context);
  }

  private static List<GiftCell> cells(ImportContext context) {
    List<String> wide = context.mapping().fundColumns();
    if (wide.isEmpty()) {
      return List.of(
          new GiftCell(
              0, context.field("amount"), context.field("fund"), null, context.amounts("amount")));
    }
    List<GiftCell> cells = new ArrayList<>();
    for (String fund : wide) {
      cells.add(
          new GiftCell(cells.size(), context.column(fund), null, fund, context.amounts(fund)));
    }
    return cells;
  }

  List<GiftCell> all() {
    return all;
  }

  /** What is given in a cell of a row. */
  Reading<Money> amount(GiftCell cell, Row row) {
    String text = cell.amount().of(row);
    if (text.isEmpty()) {
      return Reading.blank();
    }
    String code = currency.of(row).toUpperCase(Locale.ROOT);
    AmountReader amounts = code.isEmpty() ? cell.amounts() : amounts(cell, code);
    return amounts == null
        ? Reading.refused(
            "%s is not a currency: write its three letters, as in USD".formatted(currency.of(row)))
        : amounts.read(text);
  }

  private @Nullable AmountReader amounts(GiftCell cell, String code) {
    String key = cell.part() + code;
    AmountReader known = inOther.get(key);
    AmountReader found = known == null ? cell.amounts().in(code) : known;
    if (known == null && found != null) {
      inOther.put(key, found);
    }
    return found;
  }
}
