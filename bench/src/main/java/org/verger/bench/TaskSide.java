package org.verger.bench;

import java.util.List;

/** An approver's tasks with the engine behind them. */
interface TaskSide extends TaskReads {

  /** How many decide at once, and how many ask. */
  int AT_ONCE = 8;

  /** Asks for money so many times, and returns when all of it waits for the approver. */
  void open(int count);

  /** So many tasks of the approver, the most urgent first. */
  List<String> tasks(int count);

  /** Approves a task; false when it was refused. */
  boolean approve(String task);

  /** Requests that were released in the records. */
  long released();

  /** Waits until nothing that was approved is still on its way. */
  void settle();
}
