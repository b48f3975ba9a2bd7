package org.verger.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.verger.imports.file.Row;

/** The ids of a file that have several beginnings: each date of a series of events has its id. */
final class SeriesIds {

  private final FileField externalId;
  private final FileField startsAt;
  private final Map<String, String> beginnings = new HashMap<>();
  private final Set<String> several = new HashSet<>();

  SeriesIds(FileField externalId, FileField startsAt) {
    this.externalId = externalId;
    this.startsAt = startsAt;
  }

  void add(Row row) {
    if (!externalId.isThere() || !startsAt.isThere()) {
      return;
    }
    String id = externalId.of(row);
    String beginning = startsAt.of(row);
    if (!id.isEmpty() && !beginning.isEmpty()) {
      String first = beginnings.putIfAbsent(id, beginning);
      if (first != null && !first.equals(beginning)) {
        several.add(id);
      }
    }
  }

  boolean contains(String id) {
    return several.contains(id);
  }
}
