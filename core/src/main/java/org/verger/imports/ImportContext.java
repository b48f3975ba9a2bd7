package org.verger.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.verger.imports.file.Header;
import org.verger.imports.mapping.Mapping;
import org.verger.imports.values.AmountReader;
import org.verger.imports.values.DateReader;
import org.verger.organisation.Reach;
import org.verger.organisation.Unit;
import org.verger.tenants.Tenant;

/**
 * What the rows of a file are judged with.
 *
 * @param again whether the file is one of rejects, sent again after it was put right
 * @param style how its dates and amounts are written, and what its ids name
 * @param choices what a person decided about likely duplicates
 * @param meant the records that a person said rows are about, whatever was decided afterwards
 * @param reach the units that whoever imports may write to
 * @param operates whether whoever imports operates the system
 */
public record ImportContext(
    ImportFile file,
    Tenant tenant,
    Instant now,
    Header header,
    Mapping mapping,
    FileStyle style,
    boolean again,
    Map<RowKey, RowChoice> choices,
    Map<RowKey, UUID> meant,
    UnitNames units,
    Reach reach,
    boolean operates) {

  /** Names a record of a file. */
  public record RowKey(long line, int part) {}

  /** The cells of a field. */
  public FileField field(String code) {
    return FileField.of(mapping.columnsOf(code, header));
  }

  /** The cells of a column. */
  public FileField column(String name) {
    return FileField.of(List.of(header.indexOf(name)));
  }

  /** Reads a field with dates, in the order that all of its cells show. */
  public DateReader dates(String field) {
    return style.dates(field);
  }

  /** Reads a field with amounts, or the column of a fund, as all of its cells are written. */
  public AmountReader amounts(String field) {
    return style.amounts(field);
  }

  /** Whether the file gives an id of the other system to several dates of one series of events. */
  public boolean isSeries(String externalId) {
    return style.isSeries(externalId);
  }

  /** The day it is where the church is. */
  public LocalDate today() {
    return now.atZone(tenant.zone()).toLocalDate();
  }

  /** What a person decided about a record of the file. */
  public Optional<RowChoice> choice(long line, int part) {
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(choices.get(new RowKey(line, part)));
  }

  /** The record that a person said a row is about, if anybody did. */
  public @Nullable UUID meant(long line, int part) {
    return meant.get(new RowKey(line, part));
  }

  /** Where rows belong that name no unit; null when that is left open. */
  public @Nullable Unit defaultUnit() {
    return file.unit() == null ? null : units.byId(Objects.requireNonNull(file.unit()));
  }
}
