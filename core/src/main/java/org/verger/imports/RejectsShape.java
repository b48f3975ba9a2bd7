package org.verger.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.verger.imports.file.Header;
import org.verger.imports.file.Row;
import org.verger.imports.mapping.ImportField;
import org.verger.imports.mapping.ImportKind;
import org.verger.imports.mapping.ImportKinds;

/**
 * The shape of a file whose rejects come back, which they have too.
 *
 * @param names its columns, without those that an earlier file of rejects had more
 * @param shown where each of them stands in it
 * @param types what stands in each of them, and in that of the line
 * @param funds where the columns stand that are named after a fund
 */
record RejectsShape(
    List<String> names, List<Integer> shown, List<ImportField.Type> types, List<Integer> funds) {

  static RejectsShape of(ImportFile file, Header header) {
    List<String> names =
        header.names().stream().filter(name -> !RejectsFile.OWN_COLUMNS.contains(name)).toList();
    return new RejectsShape(
        names,
        names.stream().map(header::indexOf).toList(),
        Stream.concat(
                names.stream().map(name -> type(file, name)), Stream.of(ImportField.Type.NUMBER))
            .toList(),
        file.mapping().funds().stream().map(header::indexOf).toList());
  }

  private static ImportField.Type type(ImportFile file, String column) {
    if (file.mapping().funds().contains(column)) {
      return ImportField.Type.AMOUNT;
    }
    ImportKind kind = ImportKinds.find(file.kind()).orElseThrow();
    return file.mapping().fields().stream()
        .filter(known -> known.name().equals(column))
        .flatMap(known -> kind.field(known.field()).stream())
        .map(ImportField::type)
        .findFirst()
        .orElse(ImportField.Type.TEXT);
  }

  /** The names of its columns and of the two that it has more. */
  List<String> header() {
    return Stream.concat(names.stream(), Stream.of(RejectsFile.LINE, RejectsFile.REASON)).toList();
  }

  // Of a row with several gifts only those that were not taken come back: the others are there.
  List<String> cells(Row row, RejectsFile.Rejected rejected) {
    Set<Integer> taken =
        rejected.taken().stream()
            .filter(part -> part < funds.size())
            .map(funds::get)
            .collect(Collectors.toSet());
    List<String> cells = new ArrayList<>();
    shown.forEach(column -> cells.add(taken.contains(column) ? "" : row.cell(column)));
    cells.add(Long.toString(rejected.line()));
    cells.add(rejected.reason());
    return cells;
  }
}
