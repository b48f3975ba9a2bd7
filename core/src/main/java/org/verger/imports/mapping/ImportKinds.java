package org.verger.imports.mapping;

import java.util.List;
import java.util.Optional;

/** The kinds of record that can be imported, each a file in {@code imports/kinds}. */
public final class ImportKinds {

  private ImportKinds() {}

  /** All kinds. */
  public static List<ImportKind> all() {
    throw new UnsupportedOperationException();
  }

  /** The kind of a code such as {@code people}. */
  public static Optional<ImportKind> find(String code) {
    return all().stream().filter(kind -> kind.code().equals(code)).findFirst();
  }
}
