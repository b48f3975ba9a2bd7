package org.verger.imports.mapping;

import java.util.List;
import java.util.Optional;
import org.verger.imports.file.Header;

/** The layouts of other church systems, each a file in {@code imports/layouts}. */
public final class KnownLayouts {

  private KnownLayouts() {}

  /** All layouts. */
  public static List<KnownLayout> all() {
    throw new UnsupportedOperationException();
  }

  /** The layout that a file has, whatever kind of record it is of. */
  public static Optional<KnownLayout> recognise(Header header) {
    throw new UnsupportedOperationException(header.toString());
  }
}
