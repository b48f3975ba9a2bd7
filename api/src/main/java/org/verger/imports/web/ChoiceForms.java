package org.verger.imports.web;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verger.imports.ImportContext.RowKey;
import org.verger.imports.RowChoice;
import org.verger.web.Given;

/** The form that decides about rows that are likely duplicates: {@code row-<line>-<part>}. */
final class ChoiceForms {

  private static final Pattern ROW = Pattern.compile("row-(\\d{1,18})-(\\d{1,6})");

  private ChoiceForms() {}

  static Map<RowKey, RowChoice> choices(Map<String, String> form) {
    Map<RowKey, RowChoice> choices = new HashMap<>();
    form.forEach(
        (name, value) -> {
          Matcher row = ROW.matcher(name);
          if (row.matches() && !value.isEmpty()) {
            choices.put(
                new RowKey(Long.parseLong(row.group(1)), Integer.parseInt(row.group(2))),
                choice(value));
          }
        });
    return choices;
  }

  private static RowChoice choice(String value) {
    return switch (value) {
      case "new" -> new RowChoice.New();
      case "leave-out" -> new RowChoice.LeaveOut();
      default -> new RowChoice.SameAs(Given.id("row", value));
    };
  }
}
