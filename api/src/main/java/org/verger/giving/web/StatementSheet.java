package org.verger.giving.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.giving.Statement;

/**
 * A statement as the API shows it.
 *
 * @param version counts what was made under this number
 * @param latest the version that counts; a smaller {@code version} was replaced by it
 * @param name of the giver, as it was when it was made
 * @param address likewise, line by line
 */
record StatementSheet(
    UUID id,
    int year,
    int number,
    UUID person,
    int version,
    int latest,
    Instant madeAt,
    String name,
    List<String> address,
    List<StatementGift> gifts,
    List<StatementSum> byFund,
    List<StatementSum> totals) {

  /**
   * A gift on it.
   *
   * @param amount in major units; less than nothing when it takes a gift back
   */
  record StatementGift(
      long contribution,
      LocalDate givenOn,
      @Nullable String fund,
      String method,
      BigDecimal amount,
      String currency) {

    static StatementGift of(Statement.Line line) {
      return new StatementGift(
          line.gift(),
          line.givenOn(),
          line.fund(),
          line.method().code(),
          line.amount().amount(),
          line.amount().currency().getCurrencyCode());
    }
  }

  /**
   * What gifts come to, in major units.
   *
   * @param fund empty for those of all funds
   */
  record StatementSum(String fund, BigDecimal amount, String currency) {

    static StatementSum of(Statement.Sum sum) {
      return new StatementSum(
          sum.name(), sum.amount().amount(), sum.amount().currency().getCurrencyCode());
    }
  }

  static StatementSheet of(Statement statement) {
    return new StatementSheet(
        statement.id(),
        statement.year(),
        statement.number(),
        statement.person(),
        statement.version(),
        statement.latest(),
        statement.madeAt(),
        statement.name(),
        statement.address().lines(),
        statement.lines().stream().map(StatementGift::of).toList(),
        statement.byFund().stream().map(StatementSum::of).toList(),
        statement.totals().stream().map(StatementSum::of).toList());
  }
}
