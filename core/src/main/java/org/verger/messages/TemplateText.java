package org.verger.messages;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text with variables in double braces. */
final class TemplateText {

  private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");

  private TemplateText() {}

  /** Refuses unknown variables, and braces that do not belong to one. */
  static void check(String text) {
    VARIABLE.matcher(text).results().map(found -> found.group(1)).forEach(TemplateText::known);
    String rest = VARIABLE.matcher(text).replaceAll("");
    if (rest.contains("{{") || rest.contains("}}")) {
      throw new InvalidTemplateException(
          "A variable is written {{firstName}}; here a pair of braces is left open");
    }
  }

  /** Puts the values in; what a value contains is not read as a variable again. */
  static String fill(String text, Map<TemplateVariable, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
  }

  private static String value(MatchResult found, Map<TemplateVariable, String> values) {
    TemplateVariable variable = known(found.group(1));
    String value = values.get(variable);
    if (value == null) {
      throw new IllegalArgumentException("No value was given for {{" + variable.text() + "}}");
    }
    return value;
  }

  private static TemplateVariable known(String name) {
    return TemplateVariable.of(name)
        .orElseThrow(() -> InvalidTemplateException.forUnknownVariable(name));
  }
}
