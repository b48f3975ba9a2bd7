package org.verger.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, as it is shown before it is applied.
 *
 * @param part tells several records of one line apart, from 0
 * @param reason why it is rejected, or what it is likely a duplicate of
 * @param values what the record will be, by what people call it
 * @param changes what is different from the record that is there
 * @param candidates the records of which it may be a duplicate
 */
public record PreviewRow(
    long line,
    int part,
    RowAction action,
    @Nullable String reason,
    Map<String, String> values,
    List<Change> changes,
    List<Candidate> candidates) {

  /** A value that would be changed. */
  public record Change(String what, @Nullable String before, @Nullable String after) {}

  /** A record that the row may be about. */
  public record Candidate(UUID id, String label) {}
}
