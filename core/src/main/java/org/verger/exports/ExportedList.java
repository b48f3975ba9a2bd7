package org.verger.exports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.verger.organisation.Area;
import org.verger.organisation.PersonId;

/** A list of records that can be exported. A feature adds one as a bean. */
public interface ExportedList {

  /** How many rows a cursor fetches at once. */
  int FETCH_ROWS = 500;

  /** Name in addresses and of the file, in kebab-case, such as {@code people}. */
  String name();

  /**
   * The area in which the reader needs a right; how far it reaches restricts the rows. Null for a
   * list that holds only what is the reader's own.
   */
  @Nullable Area area();

  /** Headings of the columns, which the import of the same records recognises. */
  List<String> columns();

  /**
   * Hands over the rows that the page would show with the same filters, read through a cursor and
   * never all at once. Runs within one read-only transaction of the church.
   *
   * @param filter the parameters of the page's address, by name; unknown ones are ignored
   * @throws IllegalArgumentException when a filter's value cannot be read
   */
  void write(Map<String, String> filter, PersonId reader, Rows rows);

  /** Takes the rows one at a time. */
  interface Rows {

    /**
     * Takes a row.
     *
     * @param cells one for each column: text, whole or decimal number, {@link java.time.LocalDate},
     *     {@link java.time.Instant}, {@link Boolean} or null
     */
    void add(List<? extends @Nullable Object> cells);
  }
}
