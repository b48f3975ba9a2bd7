package org.verger.imports.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of record that can be imported.
 *
 * @param code as in {@code people}
 * @param label for people
 * @param fields in the order in which they are shown
 * @param oneOf of each of these sets of fields a file must have at least one
 */
public record ImportKind(
    String code, String label, List<ImportField> fields, List<Set<String>> oneOf) {

  /** The field of a code. */
  public Optional<ImportField> field(String fieldCode) {
    return fields.stream().filter(field -> field.code().equals(fieldCode)).findFirst();
  }
}
