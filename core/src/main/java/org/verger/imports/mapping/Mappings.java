package org.verger.imports.mapping;

import java.util.List;
import org.verger.imports.file.Header;
import org.verger.imports.file.Row;

/** Proposes which column is which field. */
public final class Mappings {

  private Mappings() {}

  /**
   * Proposes a mapping, which a person can correct.
   *
   * @param sample the first rows of the file, to tell amounts from other columns
   */
  public static Mapping propose(ImportKind kind, Header header, List<Row> sample) {
    throw new UnsupportedOperationException(kind.code());
  }
}
