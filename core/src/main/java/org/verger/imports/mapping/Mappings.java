package org.verger.imports.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.verger.imports.file.Header;
import org.verger.imports.file.Row;

/** Proposes which column is which field. */
public final class Mappings {

  private Mappings() {}

  /**
   * Proposes a mapping, which a person can correct: first by the known layout that the header has,
   * then by the names of the columns, then by what stands in them.
   *
   * @param sample the first rows of the file, to tell amounts from other columns
   */
  public static Mapping propose(ImportKind kind, Header header, List<Row> sample) {
    Optional<KnownLayout> layout =
        KnownLayouts.recognise(header).filter(known -> known.kind().equals(kind.code()));
    Map<String, String> fields = new LinkedHashMap<>();
    layout.ifPresent(known -> byLayout(known, header, fields));
    byName(kind, header, fields);
    boolean wide =
        kind.field("amount").isPresent()
            && kind.field("fund").isPresent()
            && !fields.containsValue("amount");
    List<String> funds = wide ? FundColumns.find(header, fields, sample) : List.of();
    return new Mapping(fields, funds, layout.map(KnownLayout::code).orElse(null));
  }

  private static void byLayout(KnownLayout layout, Header header, Map<String, String> fields) {
    layout
        .columns()
        .forEach(
            (name, field) -> column(header, name).ifPresent(found -> fields.put(found, field)));
  }

  private static void byName(ImportKind kind, Header header, Map<String, String> fields) {
    for (ImportField field : kind.fields()) {
      if (!fields.containsValue(field.code())) {
        column(kind, field, header, fields).ifPresent(name -> fields.put(name, field.code()));
      }
    }
  }

  /** The column of the first of a field's names that the file has and that is nothing else. */
  private static Optional<String> column(
      ImportKind kind, ImportField field, Header header, Map<String, String> taken) {
    return Stream.concat(Stream.of(field.label(), field.code()), field.synonyms().stream())
        .flatMap(name -> column(header, name).stream())
        .filter(name -> !taken.containsKey(name) && !belongsToOther(kind, field, name))
        .findFirst();
  }

  /** Whether a column has the very name of another field, which has the better claim to it. */
  private static boolean belongsToOther(ImportKind kind, ImportField field, String column) {
    String key = NameKey.of(column);
    return kind.fields().stream()
        .filter(other -> !other.code().equals(field.code()))
        .anyMatch(other -> NameKey.of(other.label()).equals(key));
  }

  private static Optional<String> column(Header header, String name) {
    String key = NameKey.of(name);
    return header.names().stream().filter(other -> NameKey.of(other).equals(key)).findFirst();
  }
}
