package org.verger.exporter;

import io.camunda.zeebe.exporter.api.ExporterException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the broker's configuration says under {@code args}.
 *
 * @param url a JDBC URL of PostgreSQL
 * @param variables names of the process variables that may be stored
 */
record Arguments(String url, String user, String password, Set<String> variables) {

  private static final String DEFAULT_VARIABLES = "callOutcome,exit,stepId";

  static Arguments of(Map<String, Object> given) {
    return new Arguments(
        required(given, "url"),
        required(given, "user"),
        text(given, "password", ""),
        variables(text(given, "variables", DEFAULT_VARIABLES)));
  }

  /** Who an instance belongs to must be known whatever else is wanted. */
  private static Set<String> variables(String list) {
    Set<String> names = new LinkedHashSet<>(Set.of(Belonging.TENANT, Belonging.SUBJECT));
    Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(n -> !n.isEmpty())
        .forEach(names::add);
    return Set.copyOf(names);
  }

  private static String required(Map<String, Object> given, String name) {
    String value = text(given, name, "");
    if (value.isBlank()) {
      throw new ExporterException(
          "The exporter has no argument '%s'; set ZEEBE_BROKER_EXPORTERS_<ID>_ARGS_%s"
              .formatted(name, name.toUpperCase(Locale.ROOT)));
    }
    return value;
  }

  private static String text(Map<String, Object> given, String name, String fallback) {
    return Objects.toString(given.get(name), fallback);
  }

  /** Without the password, so that it can be logged. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
