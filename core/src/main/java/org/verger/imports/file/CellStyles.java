package org.verger.imports.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which styles of a spreadsheet show a number as a date or a time of day. */
final class CellStyles {

  /** What a number in a cell means. */
  enum Meaning {
    NUMBER,
    DATE,
    TIME,
    DATE_TIME
  }

  // Excel itself allows 65,490.
  private static final int MOST = 100_000;
  private static final Pattern LITERAL =
      Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*]");

  private final List<Meaning> styles = new ArrayList<>();

  private CellStyles() {}

  static CellStyles read(@Nullable XmlEvents xml) {
    CellStyles styles = new CellStyles();
    Map<String, Meaning> own = new HashMap<>();
    boolean cells = false;
    while (xml != null && xml.next()) {
      if (xml.starts("numFmt") && own.size() < MOST) {
        own.put(given(xml.attribute("numFmtId")), ofCode(given(xml.attribute("formatCode"))));
      } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
        cells = xml.starts("cellXfs");
      } else if (cells && xml.starts("xf") && styles.styles.size() < MOST) {
        String id = given(xml.attribute("numFmtId"));
        Meaning ofOwn = own.get(id);
        styles.styles.add(ofOwn == null ? builtIn(id) : ofOwn);
      }
    }
    return styles;
  }

  Meaning of(@Nullable String style) {
    try {
      int number = style == null ? 0 : Integer.parseInt(style);
      return number >= 0 && number < styles.size() ? styles.get(number) : Meaning.NUMBER;
    } catch (NumberFormatException unknown) {
      return Meaning.NUMBER;
    }
  }

  private static String given(@Nullable String attribute) {
    return attribute == null ? "" : attribute;
  }

  // The formats that every spreadsheet has without saying so, ECMA-376 part 1, 18.8.30.
  private static Meaning builtIn(String id) {
    return switch (id) {
      case "14",
          "15",
          "16",
          "17",
          "27",
          "28",
          "29",
          "30",
          "31",
          "36",
          "50",
          "51",
          "52",
          "53",
          "54",
          "57",
          "58" ->
          Meaning.DATE;
      case "18", "19", "20", "21", "32", "33", "34", "35", "45", "46", "47", "55", "56" ->
          Meaning.TIME;
      case "22" -> Meaning.DATE_TIME;
      default -> Meaning.NUMBER;
    };
  }

  static Meaning ofCode(String code) {
    if (code.length() > 1_000 || code.equalsIgnoreCase("Standard")) {
      return Meaning.NUMBER;
    }
    String bare = LITERAL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
    if (bare.startsWith("general")) {
      return Meaning.NUMBER;
    }
    boolean time = bare.indexOf('h') >= 0 || bare.indexOf('s') >= 0;
    boolean date =
        bare.indexOf('y') >= 0 || bare.indexOf('d') >= 0 || (!time && bare.indexOf('m') >= 0);
    if (date) {
      return time ? Meaning.DATE_TIME : Meaning.DATE;
    }
    return time ? Meaning.TIME : Meaning.NUMBER;
  }
}
