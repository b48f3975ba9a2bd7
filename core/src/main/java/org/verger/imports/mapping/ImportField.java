package org.verger.imports.mapping;

import java.util.Set;

/**
 * A field of a record that a column can be read into.
 *
 * @param code as in {@code birthDate}
 * @param label for people
 * @param synonyms other names that columns of it have
 * @param required whether a file without it cannot be imported
 */
public record ImportField(
    String code, String label, Set<String> synonyms, Type type, boolean required) {

  /** What stands in its cells. */
  public enum Type {
    TEXT,
    NAME,
    EMAIL,
    PHONE,
    DATE,
    DATE_TIME,
    TIME,
    AMOUNT,
    CURRENCY,
    NUMBER,
    BOOLEAN
  }
}
