package org.verger.exporter;

import org.jspecify.annotations.Nullable;

/** What is to be written to one row of a table. */
interface Row {

  /** The primary key; of two rows with an equal key only the later is written. */
  Object id();

  /** The process instance whose tenant and subject have to be looked up again after this row. */
  default @Nullable Long unsettledInstance() {
    return null;
  }
}
