package org.verger.imports;

/**
 * How many rows of a file become what. A row with several gifts counts once for each.
 *
 * @param duplicates likely duplicates that nobody has decided about
 */
public record ImportCounts(
    long newRows, long changedRows, long sameRows, long duplicates, long rejected) {

  /** All of them. */
  public long total() {
    return newRows + changedRows + sameRows + duplicates + rejected;
  }
}
