package org.verger.imports.mapping;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.verger.imports.file.Header;

/**
 * The layouts of other church systems, each a file in {@code imports/layouts} that says which
 * documents its columns are taken from.
 */
public final class KnownLayouts {

  private static final List<KnownLayout> ALL = Catalogue.read("layouts", KnownLayout.class);

  private KnownLayouts() {}

  /** All layouts. */
  public static List<KnownLayout> all() {
    return ALL;
  }

  /** The layout of a code such as {@code breeze-giving}. */
  public static Optional<KnownLayout> find(String code) {
    return ALL.stream().filter(layout -> layout.code().equals(code)).findFirst();
  }

  /**
   * The layout that a file has, whatever kind of record it is of: the one with the longest
   * signature when there are several.
   */
  public static Optional<KnownLayout> recognise(Header header) {
    Set<String> names = header.names().stream().map(NameKey::of).collect(Collectors.toSet());
    return ALL.stream()
        .filter(layout -> layout.signature().stream().map(NameKey::of).allMatch(names::contains))
        .max(Comparator.comparingInt(layout -> layout.signature().size()));
  }
}
