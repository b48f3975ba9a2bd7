package org.verger.imports.values;

import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.verger.money.Money;

/**
 * Reads the amounts of one column: $1,234.50, (12.00), 1.234,50, 1 234,50, -5, 12.00-, USD 12, €5.
 * What stands before the decimals is the same for the whole column where a cell does not show it
 * itself.
 */
public final class AmountReader implements ValueReader<Money> {

  private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:,\\d{2,3})*,\\d{3}|\\d+");
  private static final Pattern GROUP_MARKS = Pattern.compile("[.,']");
  private static final int MOST_DIGITS = 12;

  private final Currency currency;
  private final int digits;
  private final char decimalMark;
  private final @Nullable String warning;

  private AmountReader(Currency currency, char decimalMark, @Nullable String warning) {
    this.currency = currency;
    this.digits = Math.max(0, currency.getDefaultFractionDigits());
    this.decimalMark = decimalMark;
    this.warning = warning;
  }

  /**
   * Makes a reader for a column.
   *
   * @param sample cells of the column, the more the better
   * @param currency ISO 4217 of the amounts; another one in a cell is refused
   * @param region ISO 3166 alpha-2 of the church; says what 1,234 is when the sample does not
   * @throws IllegalArgumentException when there is no such currency
   */
  public static AmountReader forColumn(List<String> sample, String currency, String region) {
    int dots = 0;
    int commas = 0;
    for (String cell : sample) {
      AmountText amount = AmountText.of(Cells.clean(cell));
      char evidence = amount == null ? 0 : amount.evidence();
      dots += evidence == '.' ? 1 : 0;
      commas += evidence == ',' ? 1 : 0;
    }
    char mark = dots == commas ? Regions.decimalMark(region) : dots > commas ? '.' : ',';
    String warning =
        dots == 0 || commas == 0
            ? null
            : "Some amounts of this column have a point before the decimals (%,d), others a comma (%,d); look at them before you apply"
                .formatted(dots, commas);
    return new AmountReader(Currency.getInstance(currency), mark, warning);
  }

  /**
   * The same way of reading for amounts in another currency, as a column of currencies says.
   *
   * @throws IllegalArgumentException when there is no such currency
   */
  public AmountReader in(String other) {
    return other.equals(currency.getCurrencyCode())
        ? this
        : new AmountReader(Currency.getInstance(other), decimalMark, warning);
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
    String clean = Cells.clean(text);
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
    if (amount == null || !(amount.sign().isEmpty() || Currencies.known(amount.sign()))) {
      return Cells.refuse(clean, "is not an amount");
    }
    if (!Currencies.fits(amount.sign(), currency.getCurrencyCode())) {
      return Cells.refuse(clean, "is not in " + currency.getCurrencyCode());
    }
    if (amount.number().isEmpty()) {
      // Accounts show nothing as a dash.
      return amount.negative()
          ? Reading.of(new Money(0, currency))
          : Cells.refuse(clean, "is not an amount");
    }
    return number(clean, amount);
  }

  private Reading<Money> number(String clean, AmountText amount) {
    String number = amount.number();
    char shown = shown(amount);
    int mark = number.lastIndexOf(shown);
    String whole = mark < 0 ? number : number.substring(0, mark);
    String decimals = mark < 0 ? "" : number.substring(mark + 1);
    if (number.indexOf(shown) != mark || !digitsOnly(decimals) || !grouped(whole)) {
      return Cells.refuse(
          clean, "is not an amount with '%s' before its decimals".formatted(decimalMark));
    }
    return minor(clean, GROUP_MARKS.matcher(whole).replaceAll(""), decimals, amount.negative());
  }

  /** An amount with both marks shows itself which is which. */
  private char shown(AmountText amount) {
    boolean both = amount.number().indexOf('.') >= 0 && amount.number().indexOf(',') >= 0;
    return both ? amount.evidence() : decimalMark;
  }

  private static boolean grouped(String whole) {
    String marks = GROUP_MARKS.matcher(whole).replaceAll(",");
    boolean mixed = whole.chars().filter(c -> c < '0').distinct().count() > 1;
    return whole.isEmpty() || (!mixed && GROUPED.matcher(marks).matches());
  }

  private static boolean digitsOnly(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private Reading<Money> minor(String clean, String whole, String decimals, boolean negative) {
    String kept = decimals.length() > digits ? decimals.substring(0, digits) : decimals;
    if (decimals.length() > digits && !decimals.substring(digits).chars().allMatch(c -> c == '0')) {
      return Cells.refuse(
          clean, "has more decimals than %s has".formatted(currency.getCurrencyCode()));
    }
    if (whole.length() > MOST_DIGITS) {
      return Cells.refuse(clean, "is too large an amount");
    }
    long minor = Long.parseLong("0" + whole + kept) * power(digits - kept.length());
    return Reading.of(new Money(negative ? -minor : minor, currency));
  }
}
