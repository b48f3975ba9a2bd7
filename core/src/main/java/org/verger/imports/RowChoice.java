package org.verger.imports;

import java.util.UUID;

/** What a person decides about a row that is likely a duplicate. */
public sealed interface RowChoice {

  /** It is something of its own. */
  record New() implements RowChoice {}

  /** It is this record. */
  record SameAs(UUID target) implements RowChoice {}

  /** It is not taken. */
  record LeaveOut() implements RowChoice {}
}
