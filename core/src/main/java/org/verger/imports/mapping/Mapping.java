package org.verger.imports.mapping;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.imports.file.Header;

/**
 * Which column of a file is which field.
 *
 * @param fields name of the column to code of the field, in order of preference: when several
 *     columns are the same field, the first of them that is not blank in a row counts
 * @param fundColumns columns that are named after a fund and hold the gift to it; one gift per cell
 *     that is neither blank nor zero
 * @param layout code of the known layout it was taken from, or null
 */
public record Mapping(
    Map<String, String> fields, List<String> fundColumns, @Nullable String layout) {

  /** The columns of a field as places in the row, the preferred one first. */
  public List<Integer> columnsOf(String field, Header header) {
    return fields.entrySet().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(entry -> header.indexOf(entry.getKey()))
        .filter(column -> column >= 0)
        .toList();
  }

  /**
   * What a file with this mapping lacks to be imported, as sentences to show; none when it is fit.
   */
  public List<String> problems(ImportKind kind) {
    throw new UnsupportedOperationException(kind.code());
  }
}
