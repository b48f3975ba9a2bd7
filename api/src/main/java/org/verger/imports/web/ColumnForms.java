package org.verger.imports.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.verger.imports.Columns;
import org.verger.imports.ImportFile;

/** The form that says which column is which field: one choice for each column, by its place. */
final class ColumnForms {

  /** The choice of a column that is named after a fund. */
  static final String FUND = "(fund)";

  private ColumnForms() {}

  /** What each column is at present. */
  static Map<String, String> fieldOf(ImportFile file) {
    Map<String, String> fields = new HashMap<>();
    file.mapping().fields().forEach(column -> fields.put(column.name(), column.field()));
    file.mapping().funds().forEach(column -> fields.put(column, FUND));
    return fields;
  }

  static Columns columns(ImportFile file, MultiValueMap<String, String> form) {
    List<Columns.Column> fields = new ArrayList<>();
    List<String> funds = new ArrayList<>();
    for (int i = 0; i < file.columns().size(); i++) {
      String field = form.getFirst("column-" + i);
      if (FUND.equals(field)) {
        funds.add(file.columns().get(i));
      } else if (field != null && !field.isEmpty()) {
        fields.add(new Columns.Column(file.columns().get(i), field));
      }
    }
    return new Columns(fields, funds);
  }
}
