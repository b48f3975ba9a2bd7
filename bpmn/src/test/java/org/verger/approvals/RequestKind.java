package org.verger.approvals;

/** What can be asked for: the message that starts its process, and what is done after the yes. */
enum RequestKind {
  EXPENSE("expense-requested", "expense-request", "Task_ReleasePayout"),
  ROLE("role-requested", "role-assignment", "Task_AssignRole"),
  EVENT("event-proposed", "event-proposal", "Task_PublishEvent");

  private final String message;
  private final String process;
  private final String execution;

  RequestKind(String message, String process, String execution) {
    this.message = message;
    this.process = process;
    this.execution = execution;
  }

  String message() {
    return message;
  }

  String process() {
    return process;
  }

  String execution() {
    return execution;
  }
}
