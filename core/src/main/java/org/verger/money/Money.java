package org.verger.money;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import org.verger.validation.InvalidInputException;

/**
 * An amount of money.
 *
 * @param minor in minor units of the currency
 */
public record Money(long minor, Currency currency) {

  // Far above what any church spends at once, and far below what sums of it could overflow.
  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  /** An amount that is already in minor units. */
  public static Money ofMinor(long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency));
  }

  /**
   * An amount that somebody gives.
   *
   * @param amount in major units, more than zero
   * @param currency ISO 4217
   * @throws InvalidInputException naming {@code amount} or {@code currency}
   */
  public static Money given(BigDecimal amount, String currency) {
    Currency known = currency(currency);
    int digits = Math.max(0, known.getDefaultFractionDigits());
    if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
      throw InvalidInputException.of("amount", "Give an amount of more than nothing");
    }
    if (amount.stripTrailingZeros().scale() > digits) {
      throw InvalidInputException.of(
          "amount", "Amounts in %s have at most %d decimals".formatted(currency, digits));
    }
    return new Money(amount.movePointRight(digits).longValueExact(), known);
  }

  private static Currency currency(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw InvalidInputException.of("currency", "Give the three letters of a currency, as in USD");
    }
  }

  /** The amount in major units. */
  public BigDecimal amount() {
    return BigDecimal.valueOf(minor, Math.max(0, currency.getDefaultFractionDigits()));
  }

  /** As people read it: {@code 1,234.50 USD}. */
  public String text() {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(amount()) + " " + currency.getCurrencyCode();
  }
}
