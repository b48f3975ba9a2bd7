package org.verger.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.imports.file.Header;
import org.verger.imports.file.Row;
import org.verger.imports.mapping.ImportField;
import org.verger.imports.mapping.ImportKind;
import org.verger.imports.mapping.Mapping;
import org.verger.imports.values.AmountReader;
import org.verger.imports.values.DateOrders;
import org.verger.imports.values.DateReader;
import org.verger.imports.values.DecimalMarks;
import org.verger.tenants.Tenant;

/**
 * How the dates and amounts of a file are written, and which ids are those of a series, as far as
 * all of its rows together show.
 */
final class FileStyle {

  private final Tenant tenant;
  private final LocalDate today;
  private final Map<String, Dates> dates = new LinkedHashMap<>();
  private final Map<String, Amounts> amounts = new LinkedHashMap<>();
  private final SeriesIds series;

  private record Dates(String label, FileField cells, DateOrders orders) {}

  private record Amounts(String label, FileField cells, DecimalMarks marks) {}

  FileStyle(Tenant tenant, LocalDate today, ImportKind kind, Mapping mapping, Header header) {
    this.tenant = tenant;
    this.today = today;
    for (ImportField field : kind.fields()) {
      FileField cells = FileField.of(mapping.columnsOf(field.code(), header));
      switch (field.type()) {
        case DATE, DATE_TIME ->
            dates.put(field.code(), new Dates(field.label(), cells, new DateOrders()));
        case AMOUNT ->
            amounts.put(field.code(), new Amounts(field.label(), cells, new DecimalMarks()));
        default -> {}
      }
    }
    series =
        new SeriesIds(
            FileField.of(mapping.columnsOf("externalId", header)),
            FileField.of(mapping.columnsOf("startsAt", header)));
    for (String fund : mapping.fundColumns()) {
      FileField cells = FileField.of(List.of(header.indexOf(fund)));
      amounts.put(fund, new Amounts(fund, cells, new DecimalMarks()));
    }
  }

  /** Looks at a row. */
  void add(Row row) {
    for (Dates column : dates.values()) {
      column.orders().add(column.cells().of(row));
    }
    for (Amounts column : amounts.values()) {
      column.marks().add(column.cells().of(row));
    }
    series.add(row);
  }

  /** Reads a field with dates. */
  DateReader dates(String field) {
    Dates column = dates.get(field);
    DateOrders orders = column == null ? new DateOrders() : column.orders();
    return orders.reader(tenant.region(), today, tenant.zone());
  }

  /** Reads a field with amounts, or the column of a fund. */
  AmountReader amounts(String field) {
    Amounts column = amounts.get(field);
    DecimalMarks marks = column == null ? new DecimalMarks() : column.marks();
    return marks.reader(tenant.currency(), tenant.region());
  }

  /** Whether the id of the other system names a series of events. */
  boolean isSeries(String externalId) {
    return series.contains(externalId);
  }

  /** What a person should look at before the file is applied; null when there is nothing. */
  @Nullable String warning() {
    List<String> warnings = new ArrayList<>();
    dates.forEach((code, column) -> add(warnings, column.label(), dates(code).warning()));
    amounts.forEach((code, column) -> add(warnings, column.label(), amounts(code).warning()));
    return warnings.isEmpty() ? null : String.join(". ", warnings);
  }

  private static void add(List<String> warnings, String label, @Nullable String warning) {
    if (warning != null) {
      warnings.add(label + ": " + warning);
    }
  }
}
