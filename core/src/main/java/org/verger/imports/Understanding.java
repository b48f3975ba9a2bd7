package org.verger.imports;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.verger.imports.file.FileFormat;
import org.verger.imports.file.Header;
import org.verger.imports.file.ReadingLimits;
import org.verger.imports.file.Row;
import org.verger.imports.file.RowReader;
import org.verger.imports.file.SourceFile;
import org.verger.imports.mapping.ImportKind;
import org.verger.imports.mapping.ImportKinds;
import org.verger.imports.mapping.Mapping;
import org.verger.imports.mapping.Mappings;
import org.verger.organisation.PersonId;
import org.verger.organisation.Units;
import org.verger.tenants.Tenant;
import org.verger.tenants.Tenants;

/** Understands a file: how it is written, and which column is which field. */
@Component
class Understanding {

  private static final int SAMPLE = 1_000;

  private final ImportFiles files;
  private final SavedMappings saved;
  private final SavedChoices choices;
  private final Units units;
  private final Tenants tenants;
  private final ImportAccess access;
  private final Clock clock;

  Understanding(
      ImportFiles files,
      SavedMappings saved,
      SavedChoices choices,
      Units units,
      Tenants tenants,
      ImportAccess access,
      Clock clock) {
    this.files = files;
    this.saved = saved;
    this.choices = choices;
    this.units = units;
    this.tenants = tenants;
    this.access = access;
    this.clock = clock;
  }

  /** Understands a file, and keeps what was understood. */
  ImportContext of(ImportFile file, Path local) {
    PersonId by = new PersonId(file.createdBy());
    choices.applied(file.id(), file.appliedLine());
    try (RowReader rows =
        SourceFile.open(
            () -> Files.newInputStream(local), file.fileName(), ReadingLimits.standard())) {
      List<Row> sample = sample(rows);
      Mapping mapping = mapping(file, rows.header(), sample);
      Tenant tenant = tenants.current();
      Instant now = Instant.now(clock);
      FileStyle style =
          new FileStyle(
              tenant, now.atZone(tenant.zone()).toLocalDate(), kind(file), mapping, rows.header());
      addAll(style, sample, rows);
      files.understood(
          file.id(), new Understood(text(rows.format()), rows.header(), mapping, style.warning()));
      return new ImportContext(
          file,
          tenant,
          now,
          rows.header(),
          mapping,
          style,
          RejectsFile.isOne(rows.header()),
          choices.of(file.id()),
          choices.meant(file.id()),
          new UnitNames(units.all()),
          access.reachOf(by, file.kind()),
          access.operates(by));
    }
  }

  private static List<Row> sample(RowReader rows) {
    List<Row> sample = new ArrayList<>();
    while (sample.size() < SAMPLE) {
      Row row = rows.next();
      if (row == null) {
        break;
      }
      sample.add(row);
    }
    return sample;
  }

  // A file can be sorted by date, so that its first thousand rows are all of one week.
  private static void addAll(FileStyle style, List<Row> sample, RowReader others) {
    sample.forEach(style::add);
    for (Row row = others.next(); row != null; row = others.next()) {
      style.add(row);
    }
  }

  private Mapping mapping(ImportFile file, Header header, List<Row> sample) {
    Mapping mapping =
        file.reading() > 1 && !file.mapping().fields().isEmpty()
            ? file.mapping().mapping()
            : saved
                .of(file.kind(), header)
                .map(Columns::mapping)
                .orElseGet(() -> Mappings.propose(kind(file), header, sample));
    Map<String, String> fields = new LinkedHashMap<>(mapping.fields());
    RejectsFile.OWN_COLUMNS.forEach(fields::remove);
    return new Mapping(
        fields,
        mapping.fundColumns().stream().filter(c -> !RejectsFile.OWN_COLUMNS.contains(c)).toList(),
        mapping.layout() == null ? file.layout() : mapping.layout());
  }

  /** What keeps the file from being read any further, as a sentence; null when nothing does. */
  @Nullable String problem(ImportContext context) {
    List<String> problems = context.mapping().problems(kind(context.file()));
    return problems.isEmpty()
        ? null
        : problems.stream().collect(Collectors.joining(". "))
            + ". Choose below, then the file is read again.";
  }

  private static ImportKind kind(ImportFile file) {
    return ImportKinds.find(file.kind()).orElseThrow();
  }

  private static String text(FileFormat format) {
    return switch (format.kind()) {
      case CSV -> "CSV, %s, %s".formatted(format.encoding(), delimiter(format.delimiter()));
      case XLSX -> "XLSX, sheet \"%s\"".formatted(format.sheet());
    };
  }

  private static String delimiter(@Nullable Character delimiter) {
    return switch (delimiter) {
      case null -> "one column";
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "vertical bars";
      default -> "delimiter " + delimiter;
    };
  }
}
