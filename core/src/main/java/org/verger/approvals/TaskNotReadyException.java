package org.verger.approvals;

/** The engine is just opening the task; a moment later it can be decided. */
public final class TaskNotReadyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TaskNotReadyException() {
    super("The task is just being opened: try again in a moment");
  }
}
