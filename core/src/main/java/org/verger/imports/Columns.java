package org.verger.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.verger.imports.mapping.Mapping;

/**
 * How the columns of a file are understood.
 *
 * @param fields the columns that are fields, in order of preference
 * @param funds the columns that are named after a fund and hold gifts to it
 */
public record Columns(List<Column> fields, List<String> funds) {

  /** Nothing is understood yet. */
  public static final Columns NONE = new Columns(List.of(), List.of());

  /**
   * A column that is a field.
   *
   * @param name of the column, as in the file
   * @param field code of the field
   */
  public record Column(String name, String field) {}

  public Columns {
    fields = List.copyOf(fields);
    funds = List.copyOf(funds);
  }

  static Columns of(Mapping mapping) {
    return new Columns(
        mapping.fields().entrySet().stream()
            .map(entry -> new Column(entry.getKey(), entry.getValue()))
            .toList(),
        mapping.fundColumns());
  }

  Mapping mapping() {
    Map<String, String> byName = new LinkedHashMap<>();
    fields.forEach(column -> byName.put(column.name(), column.field()));
    return new Mapping(byName, funds, null);
  }
}
