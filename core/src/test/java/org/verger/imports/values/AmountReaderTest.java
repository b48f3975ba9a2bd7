package org.verger.imports.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.verger.money.Money;

class AmountReaderTest {

  private static AmountReader dollars() {
    return forColumn(List.of(), "USD", "US");
  }

  private static AmountReader in(String currency) {
    return Objects.requireNonNull(dollars().in(currency));
  }

  private static AmountReader forColumn(List<String> cells, String currency, String region) {
    DecimalMarks marks = new DecimalMarks();
    cells.forEach(marks::add);
    return marks.reader(currency, region);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "12|1200",
        "12.5|1250",
        "12.50|1250",
        "0|0",
        ".50|50",
        "12.|1200",
        "`$1,234.50 `|123450",
        "(12.00)|-1200",
        "($1,234.50)|-123450",
        "-5|-500",
        "−5|-500",
        "-$5|-500",
        "$-5|-500",
        "12.00-|-1200",
        "USD 12|1200",
        "12 USD|1200",
        "US$ 12|1200",
        "$ 5.00 USD|500",
        "1,234|123400",
        "1,234,567.89|123456789",
        "1 234.50|123450",
        "1\u00a0234.50|123450",
        "1'234.50|123450",
        "12,34,567.00|123456700",
        "1.234,50|123450",
        "12.500|1250",
        "12.5000000|1250",
        "$ -|0",
        "-|0",
        "+7|700",
        "999999999999|99999999999900",
      })
  void dollarsAreReadAsPeopleWriteThem(String text, long minor) {
    assertThat(dollars().read(text)).isEqualTo(Reading.of(Money.ofMinor(minor, "USD")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "free|free is not an amount",
        "12.345|12.345 has more decimals than USD has",
        "€5|€5 is not in USD",
        "EUR 5|EUR 5 is not in USD",
        "12,50|12,50 is not an amount with '.' before its decimals",
        "1.2.3|1.2.3 is not an amount with '.' before its decimals",
        "12 34|12 34 is not an amount with '.' before its decimals",
        "--5|--5 is not an amount",
        "5-3|5-3 is not an amount",
        "1/4/2026|1/4/2026 is not an amount",
        "2026-01-05|2026-01-05 is not an amount",
        "1E5|1E5 is not an amount",
        "1234567890123|1234567890123 is too large an amount",
        "#REF!|The cell holds an error of the spreadsheet: #REF!",
        "5%|5% is not an amount",
        "(-5)|(-5) is not an amount",
        "1.0000000000000000000001|1.0000000000000000000001 has more decimals than USD has",
        "$|$ is not an amount",
      })
  void whatIsNoAmountIsRefusedWithAReason(String text, String reason) {
    assertThat(dollars().read(text).reason()).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234,50;12,00|US|,|1.234|123400",
        "12.50;7.00|DE|.|1,234|123400",
        "1.234|DE|,|1.234|123400",
        "1.234|US|.|1,234|123400",
        "1.234.567|US|,|1.234|123400",
        "12,5|US|,|12,5|1250",
        "0,500|US|,|1,50|150",
        "7,00 €|US|,|3,50|350",
      })
  void theDecimalMarkIsToldByTheSampleAndElseByTheRegion(
      String sample, String region, char mark, String text, long minor) {
    AmountReader reader = forColumn(Arrays.asList(sample.split(";")), "EUR", region);
    assertThat(reader.decimalMark()).isEqualTo(mark);
    assertThat(reader.read(text).orNull()).isEqualTo(Money.ofMinor(minor, "EUR"));
  }

  @Test
  void aColumnThatContradictsItselfSaysSo() {
    assertThat(forColumn(List.of("12,50", "7.25", "8.50"), "EUR", "DE").warning())
        .contains("a point before the decimals (2)");
    assertThat(forColumn(List.of("7.25", "8.50"), "EUR", "DE").warning()).isNull();
  }

  @Test
  void minorUnitsAreThoseOfTheCurrency() {
    AmountReader yen = in("JPY");
    assertThat(yen.read("¥1,200").orNull()).isEqualTo(Money.ofMinor(1200, "JPY"));
    assertThat(yen.read("1200.00").orNull()).isEqualTo(Money.ofMinor(1200, "JPY"));
    assertThat(yen.read("1200.50").reason()).isEqualTo("1200.50 has more decimals than JPY has");
    assertThat(in("KWD").read("1.2345").reason()).contains("more decimals");
    assertThat(in("KWD").read("1.234").orNull()).isEqualTo(Money.ofMinor(1234, "KWD"));
    assertThat(in("INR").read("Rs.500").orNull()).isEqualTo(Money.ofMinor(50000, "INR"));
    assertThat(dollars().read("  ")).isEqualTo(Reading.blank());
  }

  @Test
  void whatIsNoCurrencyHasNoReader() {
    assertThat(dollars().in("DOLLAR")).isNull();
    assertThat(dollars().in("XXX")).isNull();
    AmountReader ours = dollars();
    assertThat(ours.in("US$")).isSameAs(ours);
  }
}
