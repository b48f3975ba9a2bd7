package org.verger.analytics.web;

import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.verger.analytics.Series.Line;
import org.verger.analytics.web.Panel.Cell;

/**
 * Something that is told of a line of figures.
 *
 * @param name as people read it
 */
record Measure(String name, Function<Line, Cell> cell) {

  private static final double HOUR = 3600;
  private static final double DAYS_FROM = 48;
  private static final double PERCENT = 100;

  /** A number of something. */
  static Measure count(String name, String figure) {
    return new Measure(name, line -> counted(line.figures().get(figure)));
  }

  /** A number as a share of another one. */
  static Measure share(String name, String figure, String of) {
    return new Measure(
        name,
        line ->
            line.figure(of) == 0
                ? nothing()
                : percent(PERCENT * line.figure(figure) / line.figure(of)));
  }

  /** A time in seconds. */
  static Measure duration(String name, String figure) {
    return new Measure(name, line -> lasted(line.figures().get(figure)));
  }

  /** An amount in minor units of the line's currency. */
  static Measure money(String name, String figure) {
    return new Measure(name, line -> paid(line.figures().get(figure), line.currency()));
  }

  private static Cell counted(@Nullable Long value) {
    return value == null
        ? nothing()
        : new Cell(NumberFormat.getIntegerInstance(locale()).format(value), (double) value);
  }

  private static Cell percent(double value) {
    return new Cell(Math.round(value) + " %", (double) Math.round(value));
  }

  private static Cell lasted(@Nullable Long seconds) {
    if (seconds == null) {
      return nothing();
    }
    double hours = seconds / HOUR;
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(1);
    return new Cell(
        hours < DAYS_FROM ? format.format(hours) + " h" : format.format(hours / 24) + " days",
        Math.round(hours * 10) / 10.0);
  }

  private static Cell paid(@Nullable Long minor, @Nullable String code) {
    if (minor == null || code == null) {
      return nothing();
    }
    Currency currency = Currency.getInstance(code);
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    double amount = minor / Math.pow(10, digits);
    return new Cell(format.format(amount) + " " + code, amount);
  }

  static Cell nothing() {
    return new Cell("–", null);
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
