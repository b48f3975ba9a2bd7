package org.verger.giving.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.verger.giving.StatementItem;
import org.verger.money.Money;

/**
 * A statement in a list of the API.
 *
 * @param number counts the statements of the year, without a gap
 * @param version counts what was made under this number; each replaces the one before
 * @param state first, corrected, or empty when no gift is left
 */
record StatementLine(
    UUID id,
    int year,
    int number,
    UUID person,
    String name,
    int version,
    String state,
    Instant madeAt,
    int gifts,
    List<StatementTotal> totals) {

  /** What gifts come to in a currency, in major units. */
  record StatementTotal(BigDecimal amount, String currency) {

    static StatementTotal of(Money money) {
      return new StatementTotal(money.amount(), money.currency().getCurrencyCode());
    }
  }

  static StatementLine of(StatementItem item) {
    return new StatementLine(
        item.id(),
        item.year(),
        item.number(),
        item.person(),
        item.name(),
        item.version(),
        item.state(),
        item.madeAt(),
        item.gifts(),
        item.totals().stream().map(StatementTotal::of).toList());
  }
}
