package org.verger.bench;

/** A side that says how many tasks wait and how many are overdue. */
interface TaskCounts extends TaskReads {

  /** How many wait for the approver. */
  int count();
}
