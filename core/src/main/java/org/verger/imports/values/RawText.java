package org.verger.imports.values;

import java.util.Locale;
import java.util.Set;
import org.verger.exports.SheetText;

/** What all readers do with a cell before they look at it. */
public final class RawText {

  private static final int SHOWN = 60;
  private static final Set<String> ERRORS =
      Set.of(
          "#N/A",
          "#REF!",
          "#VALUE!",
          "#DIV/0!",
          "#NAME?",
          "#NULL!",
          "#NUM!",
          "#SPILL!",
          "#CALC!",
          "#GETTING_DATA",
          "#NOT CALCULATED!");

  private RawText() {}

  /**
   * The text without white space around it, with one space where there were several, without
   * control characters, and without the apostrophe that makes text of a formula.
   */
  public static String clean(String text) {
    String clean = plain(text) ? text : collapsed(text);
    boolean guarded = clean.startsWith("'") && SheetText.beginsFormula(clean.substring(1));
    return guarded ? clean.substring(1) : clean;
  }

  private static boolean plain(String text) {
    int length = text.length();
    if (length == 0) {
      return true;
    }
    if (text.charAt(0) == ' ' || text.charAt(length - 1) == ' ') {
      return false;
    }
    char before = 'x';
    for (int at = 0; at < length; at++) {
      char c = text.charAt(at);
      if (c < ' ' || c >= 0x7F && odd(c) || c == ' ' && before == ' ') {
        return false;
      }
      before = c;
    }
    return true;
  }

  private static String collapsed(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean space = false;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = true;
      } else if (!odd(c)) {
        if (space && !clean.isEmpty()) {
          clean.append(' ');
        }
        space = false;
        clean.append(c);
      }
    }
    return clean.toString();
  }

  private static boolean odd(char c) {
    return Character.isISOControl(c)
        || Character.isSpaceChar(c)
        || c >= 0x200B && c <= 0x200F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2060 && c <= 0x2069
        || c == 0xFEFF;
  }

  /** Whether a spreadsheet could not work out what should stand here. */
  public static boolean error(String clean) {
    return !clean.isEmpty()
        && clean.charAt(0) == '#'
        && ERRORS.contains(clean.toUpperCase(Locale.ROOT));
  }

  static <T> Reading<T> refuse(String clean, String why) {
    return Reading.refused(
        error(clean)
            ? "The cell holds an error of the spreadsheet: " + clean
            : shown(clean) + " " + why);
  }

  private static String shown(String clean) {
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "…";
  }
}
