package org.verger.analytics;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;
import org.verger.money.Money;

/** How a report is written in a language; in English where it has not been translated. */
final class ReportWords {

  /** What stands for a figure that cannot be told. */
  static final String UNKNOWN = "–";

  private static final String TEXTS = "analytics.weekly-report";

  private final Locale locale;
  private final ResourceBundle texts;

  ReportWords(String language) {
    texts =
        ResourceBundle.getBundle(
            TEXTS,
            Locale.forLanguageTag(language),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    locale = texts.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : texts.getLocale();
  }

  String text(String key, Object... values) {
    return new MessageFormat(texts.getString(key), locale).format(values);
  }

  String count(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A part of a whole; that of nothing is unknown. */
  String share(long part, long whole) {
    return whole == 0
        ? UNKNOWN
        : NumberFormat.getPercentInstance(locale).format((double) part / whole);
  }

  /** An amount in minor units. */
  String money(long minor, String currency) {
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(Money.ofMinor(minor, currency).amount()) + " " + currency;
  }

  String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
  }

  /** Days from one to another, both included. */
  String days(LocalDate from, LocalDate to) {
    return from.equals(to) ? day(from) : day(from) + " – " + day(to);
  }
}
