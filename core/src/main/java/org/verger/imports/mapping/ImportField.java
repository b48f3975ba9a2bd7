package org.verger.imports.mapping;

import java.util.List;

/**
 * A field of a record that a column can be read into.
 *
 * @param code as in {@code birthDate}
 * @param label for people; also the first name that is looked for
 * @param synonyms other names that columns of it have, the most usual first
 * @param type what stands in its cells
 * @param required whether a file without it cannot be imported
 */
public record ImportField(
    String code, String label, List<String> synonyms, Type type, boolean required) {

  /** What stands in the cells of a field. */
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

  public ImportField {
    synonyms = List.copyOf(synonyms);
  }
}
