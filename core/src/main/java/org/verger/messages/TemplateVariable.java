package org.verger.messages;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a template can say of the person, the church and the people who serve in it. */
public enum TemplateVariable {
  FIRST_NAME("firstName", "Maria"),
  CHURCH_NAME("churchName", "Grace Church"),
  UNIT_NAME("unitName", "Downtown campus"),
  CALLER_NAME("callerName", "Daniel Okafor"),
  NEWS("news", "To decide: New projector, 480.00 USD, asked for by Daniel Okafor");

  private final String text;
  private final String sample;

  TemplateVariable(String text, String sample) {
    this.text = text;
    this.sample = sample;
  }

  /** The name between the braces: {@code firstName} in {@code {{firstName}}}. */
  public String text() {
    return text;
  }

  /** What a preview puts in its place. */
  public String sample() {
    return sample;
  }

  static Optional<TemplateVariable> of(String text) {
    return Arrays.stream(values()).filter(known -> known.text.equals(text)).findFirst();
  }

  static String known() {
    return Arrays.stream(values()).map(TemplateVariable::text).collect(Collectors.joining(", "));
  }
}
