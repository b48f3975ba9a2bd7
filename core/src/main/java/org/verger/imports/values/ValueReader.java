package org.verger.imports.values;

/** Reads the cells of one column. Safe for several threads. */
@FunctionalInterface
public interface ValueReader<T> {

  /** Reads a cell; never throws. */
  Reading<T> read(String text);
}
