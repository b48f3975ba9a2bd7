package org.verger.imports.file;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.verger.imports.file.CellStyles.Meaning;

/** The text of a cell of a spreadsheet as a person sees it, with dates in ISO form. */
final class CellText {

  /** Stands for the result of a formula that nobody ever calculated. No field accepts it. */
  static final String NOT_CALCULATED = "#NOT CALCULATED!";

  // As many as a spreadsheet shows of a binary fraction; the rest is noise.
  private static final MathContext DIGITS = new MathContext(15);
  private static final int LONGEST_NUMBER = 40;
  private static final int LARGEST_EXPONENT = 330;
  private static final int FALSE_LEAP_DAY = 60;
  private static final double LAST_DAY = 2_958_466;
  private static final int SECONDS = 86_400;

  private final SharedStrings texts;
  private final CellStyles styles;
  private final boolean from1904;

  CellText(SharedStrings texts, CellStyles styles, boolean from1904) {
    this.texts = texts;
    this.styles = styles;
    this.from1904 = from1904;
  }

  /** What a cell shows whose type, style and stored value these are. */
  String of(@Nullable String type, @Nullable String style, String stored) {
    return switch (type == null ? "n" : type) {
      case "s" -> shared(stored);
      case "b" -> stored.equals("1") || stored.equals("true") ? "TRUE" : "FALSE";
      case "n" -> number(style, stored.strip());
      default -> stored;
    };
  }

  private String shared(String stored) {
    try {
      String text = texts.get(Integer.parseInt(stored.strip()));
      if (text != null) {
        return text;
      }
    } catch (NumberFormatException broken) {
      throw Refusals.damaged(broken);
    }
    throw Refusals.damaged(null);
  }

  private String number(@Nullable String style, String stored) {
    Meaning meaning = styles.of(style);
    return meaning == Meaning.NUMBER ? plain(stored) : date(meaning, stored);
  }

  /** A number without exponent and without the noise of binary fractions. */
  static String plain(String stored) {
    if (shortInteger(stored) || stored.isEmpty() || stored.length() > LONGEST_NUMBER) {
      return stored;
    }
    try {
      BigDecimal exact = new BigDecimal(stored);
      if (Math.abs((long) exact.scale()) > LARGEST_EXPONENT) {
        return stored;
      }
      BigDecimal number = exact.round(DIGITS).stripTrailingZeros();
      return number.signum() == 0 ? "0" : number.toPlainString();
    } catch (NumberFormatException | ArithmeticException text) {
      return stored;
    }
  }

  private static boolean shortInteger(String stored) {
    if (stored.length() > 15) {
      return false;
    }
    for (int at = 0; at < stored.length(); at++) {
      if (stored.charAt(at) < '0' || stored.charAt(at) > '9') {
        return false;
      }
    }
    return true;
  }

  private String date(Meaning meaning, String stored) {
    double days;
    try {
      days = Double.parseDouble(stored);
    } catch (NumberFormatException text) {
      return stored;
    }
    if (!(days >= 0 && days < LAST_DAY)) {
      return plain(stored);
    }
    long seconds = Math.round(days * SECONDS);
    LocalDateTime time = start(days).plusSeconds(seconds);
    return switch (meaning) {
      case DATE -> time.toLocalDate().toString();
      case TIME -> days < 1 ? timeOfDay(time) : dateAndTime(time);
      default -> dateAndTime(time);
    };
  }

  private LocalDateTime start(double days) {
    if (from1904) {
      return LocalDateTime.of(1904, 1, 1, 0, 0);
    }
    // Excel counts a 29 February 1900, which there was not.
    return LocalDateTime.of(1899, 12, days < FALSE_LEAP_DAY ? 31 : 30, 0, 0);
  }

  private static String timeOfDay(LocalDateTime time) {
    return time.toLocalTime().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String dateAndTime(LocalDateTime time) {
    return time.toLocalDate() + "T" + timeOfDay(time);
  }
}
