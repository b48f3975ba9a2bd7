package org.verger.imports.values;

import java.util.Locale;
import java.util.Set;

/** Reads yes and no as people and other systems write them. */
public final class BooleanReader implements ValueReader<Boolean> {

  private static final Set<String> YES =
      Set.of(
          "yes",
          "y",
          "true",
          "t",
          "1",
          "x",
          "✓",
          "✔",
          "on",
          "si",
          "sí",
          "s",
          "ja",
          "j",
          "oui",
          "o",
          "sim",
          "present",
          "attended",
          "here",
          "subscribed",
          "opted in",
          "opt-in",
          "opt in",
          "allowed",
          "active",
          "checked");
  private static final Set<String> NO =
      Set.of(
          "no",
          "n",
          "false",
          "f",
          "0",
          "off",
          "nein",
          "non",
          "não",
          "nao",
          "absent",
          "did not attend",
          "unsubscribed",
          "opted out",
          "opt-out",
          "opt out",
          "not allowed",
          "inactive",
          "unchecked",
          "-");

  @Override
  public Reading<Boolean> read(String text) {
    String clean = RawText.clean(text);
    if (clean.isEmpty()) {
      return Reading.blank();
    }
    String word = clean.toLowerCase(Locale.ROOT);
    if (YES.contains(word)) {
      return Reading.of(true);
    }
    return NO.contains(word) ? Reading.of(false) : RawText.refuse(clean, "is neither yes nor no");
  }
}
