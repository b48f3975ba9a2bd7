package org.verger.imports.file;

import java.util.List;

/**
 * The names of a file's columns.
 *
 * @param line where they stand, from 1; 0 when the file has no line of names and they were made up
 * @param names distinct and never blank, one for each column
 */
public record Header(long line, List<String> names) {

  public Header {
    names = List.copyOf(names);
  }

  /** The place of a column, from 0, or -1 when there is none of that name. */
  public int indexOf(String name) {
    return names.indexOf(name);
  }

  /** How many columns there are. */
  public int width() {
    return names.size();
  }
}
