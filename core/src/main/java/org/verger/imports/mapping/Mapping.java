package org.verger.imports.mapping;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.verger.imports.file.Header;

/**
 * Which column of a file is which field.
 *
 * @param fields name of the column to code of the field, in order of preference: when several
 *     columns are the same field, the first of them that is not blank in a row counts
 * @param fundColumns columns that are named after a fund and hold the gift to it: one gift for each
 *     cell that is neither blank nor zero
 * @param layout code of the known layout it was taken from, or null
 */
public record Mapping(
    Map<String, String> fields, List<String> fundColumns, @Nullable String layout) {

  private static final String AMOUNT = "amount";

  public Mapping {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    fundColumns = List.copyOf(fundColumns);
  }

  /**
   * The columns of a field as places in the row, the preferred one first; none when there is none.
   */
  public List<Integer> columnsOf(String field, Header header) {
    return fields.entrySet().stream()
        .filter(entry -> entry.getValue().equals(field))
        .map(entry -> header.indexOf(entry.getKey()))
        .filter(column -> column >= 0)
        .toList();
  }

  /** Whether some column is this field. */
  public boolean has(String field) {
    return fields.containsValue(field) || (field.equals(AMOUNT) && !fundColumns.isEmpty());
  }

  /** What is missing before a file with this mapping can be read, as sentences to show. */
  public List<String> problems(ImportKind kind) {
    List<String> problems = new ArrayList<>();
    for (ImportField field : kind.fields()) {
      if (field.required() && !has(field.code())) {
        problems.add("Say which column is the %s".formatted(lower(field.label())));
      }
    }
    for (Set<String> some : kind.oneOf()) {
      if (some.stream().noneMatch(this::has)) {
        problems.add("Say which column is the %s".formatted(labels(kind, some)));
      }
    }
    return problems;
  }

  private static String labels(ImportKind kind, Set<String> codes) {
    return kind.fields().stream()
        .filter(field -> codes.contains(field.code()))
        .map(field -> lower(field.label()))
        .collect(Collectors.joining(" or the "));
  }

  private static String lower(String label) {
    return label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }
}
