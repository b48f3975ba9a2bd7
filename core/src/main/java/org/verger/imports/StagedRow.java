package org.verger.imports;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a row.
 *
 * @param part tells several records of one line apart, from 0
 * @param reason why it is rejected, or what it is likely a duplicate of
 * @param target the record that it is or becomes; null when the table makes the id
 * @param version the version of the record that it was compared with; 0 for a new one
 * @param candidates the records of which it may be a duplicate
 * @param values for the columns of the table, in their order
 */
public record StagedRow(
    long line,
    int part,
    RowAction action,
    @Nullable String reason,
    @Nullable Object target,
    int version,
    List<UUID> candidates,
    @Nullable Object[] values) {

  private static final @Nullable Object[] NOTHING = {};

  /** A row that cannot be taken. */
  public static StagedRow rejected(long line, int part, String reason) {
    return new StagedRow(line, part, RowAction.REJECTED, reason, null, 0, List.of(), NOTHING);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(line) * 31 + part;
  }

  /** Without what is in it. */
  @Override
  public String toString() {
    return "line " + line + ": " + action.code();
  }
}
