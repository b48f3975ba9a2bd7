package org.verger.imports;

/** Records were changed between the moment they were compared with a file and now. */
final class StaleRecordsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StaleRecordsException(String table, long records) {
    super("%d rows of %s have changed".formatted(records, table));
  }
}
