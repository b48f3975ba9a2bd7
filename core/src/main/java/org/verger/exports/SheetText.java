package org.verger.exports;

/** Texts as spreadsheets can take them. */
public final class SheetText {

  /** The longest text that a cell holds. */
  private static final int LONGEST = 32_767;

  // As ASCII and in the width of Asian keyboards.
  private static final String BEGINS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private SheetText() {}

  /** Whether a spreadsheet would take it for a formula. */
  public static boolean beginsFormula(String text) {
    return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0;
  }

  /** The same with an apostrophe before what would be taken for a formula. */
  public static String harmless(String text) {
    return beginsFormula(text) ? "'" + text : text;
  }

  /** Without what no workbook can hold, and not longer than a cell. */
  public static String readable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(SheetText::isReadable).forEach(kept::appendCodePoint);
    return kept.length() > LONGEST ? kept.substring(0, LONGEST) : kept.toString();
  }

  private static boolean isReadable(int letter) {
    int type = Character.getType(letter);
    return letter == '\n'
        || letter == '\t'
        || (type != Character.CONTROL
            && type != Character.SURROGATE
            && letter != 0xFFFE
            && letter != 0xFFFF);
  }
}
