package org.verger.imports.values;

import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/**
 * Reads the amounts of one column: $1,234.50, (12.00), 1.234,50, 1 234,50, -5, 12.00-, USD 12, €5.
 * What stands before the decimals is the same for the whole column where a cell does not show it
 * itself.
 */
public final class AmountReader implements ValueReader<Money> {

  private static final int MOST_DIGITS = 12;
  private static final int LONG_DIGITS = 18;

  private final Currency currency;
  private final int digits;
  private final Set<String> signs;
  private final char decimalMark;
  private final @Nullable String warning;

  AmountReader(Currency currency, char decimalMark, @Nullable String warning) {
    this.currency = currency;
    this.digits = Math.max(0, currency.getDefaultFractionDigits());
    this.signs = Currencies.signs(currency.getCurrencyCode());
    this.decimalMark = decimalMark;
    this.warning = warning;
  }

  /**
   * The same way of reading for amounts in another currency, as a column of currencies says.
   *
   * @param code ISO 4217, or a sign of this reader's own currency
   * @return null when there is no such currency
   */
  public @Nullable AmountReader in(String code) {
    if (Currencies.fits(code, currency.getCurrencyCode())) {
      return this;
    }
    return Currencies.isCode(code)
        ? new AmountReader(Currency.getInstance(code), decimalMark, warning)
        : null;
  }

  /** What stands before the decimals, '.' or ','. */
  public char decimalMark() {
    return decimalMark;
  }

  /** What is wrong with the column, as a sentence to show, or null. */
  public @Nullable String warning() {
    return warning;
  }

  @Override
  public Reading<Money> read(String text) {
    long simple = simple(text);
    if (simple >= 0) {
      return Reading.of(new Money(simple, currency));
    }
    String clean = RawText.clean(text);
    return clean.isEmpty() ? Reading.blank() : amount(clean);
  }

  /** An amount such as 1234.50, which most cells hold, or -1 when it is written otherwise. */
  private long simple(String text) {
    int length = text.length();
    if (length == 0 || length > MOST_DIGITS) {
      return -1;
    }
    long value = 0;
    int decimals = -1;
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        value = value * 10 + c - '0';
        decimals += decimals >= 0 ? 1 : 0;
      } else if (c == decimalMark && decimals < 0 && at > 0) {
        decimals = 0;
      } else {
        return -1;
      }
    }
    int missing = digits - Math.max(0, decimals);
    return missing < 0 || decimals == 0 ? -1 : value * power(missing);
  }

  private static long power(int exponent) {
    long power = 1;
    for (int at = 0; at < exponent; at++) {
      power *= 10;
    }
    return power;
  }

  private Reading<Money> amount(String clean) {
    AmountText amount = AmountText.of(clean);
    if (amount == null) {
      return RawText.refuse(clean, "is not an amount");
    }
    if (!signs.contains(amount.sign())
        && !Currencies.fits(amount.sign(), currency.getCurrencyCode())) {
      return RawText.refuse(
          clean,
          Currencies.known(amount.sign())
              ? "is not in " + currency.getCurrencyCode()
              : "is not an amount");
    }
    if (amount.number().isEmpty()) {
      // Accounts show nothing as a dash.
      return amount.negative()
          ? Reading.of(new Money(0, currency))
          : RawText.refuse(clean, "is not an amount");
    }
    return number(clean, amount);
  }

  private Reading<Money> number(String clean, AmountText amount) {
    Digits digitsOf = Digits.of(amount.number(), shown(amount));
    if (digitsOf == null) {
      return RawText.refuse(
          clean, "is not an amount with '%s' before its decimals".formatted(decimalMark));
    }
    if (digitsOf.whole() > MOST_DIGITS) {
      return RawText.refuse(clean, "is too large an amount");
    }
    long value = digitsOf.value();
    int decimals = digitsOf.decimals();
    while (decimals > digits && value % 10 == 0) {
      value /= 10;
      decimals--;
    }
    if (decimals > digits || digitsOf.whole() + digitsOf.decimals() > LONG_DIGITS) {
      return RawText.refuse(
          clean, "has more decimals than %s has".formatted(currency.getCurrencyCode()));
    }
    long minor = value * power(digits - decimals);
    return Reading.of(new Money(amount.negative() ? -minor : minor, currency));
  }

  /** An amount with both marks shows itself which is which. */
  private char shown(AmountText amount) {
    boolean both = amount.number().indexOf('.') >= 0 && amount.number().indexOf(',') >= 0;
    return both ? amount.evidence() : decimalMark;
  }
}
