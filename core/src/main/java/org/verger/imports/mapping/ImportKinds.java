package org.verger.imports.mapping;

import java.util.List;
import java.util.Optional;

/** The kinds of record that can be imported, each a file in {@code imports/kinds}. */
public final class ImportKinds {

  private static final List<ImportKind> ALL = Catalogue.read("kinds", ImportKind.class);

  private ImportKinds() {}

  /** All kinds, in the order in which they are shown. */
  public static List<ImportKind> all() {
    return ALL;
  }

  /** The kind of a code such as {@code people}. */
  public static Optional<ImportKind> find(String code) {
    return ALL.stream().filter(kind -> kind.code().equals(code)).findFirst();
  }
}
