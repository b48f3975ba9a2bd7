package org.verger.guests.web;

/** What a task of the follow-up asks for, and so which form it has. */
enum TaskKind {
  CALL("Call", "phone-call"),
  REPLY("Answer", "reply"),
  PLAN("Plan discipleship with", "sprout");

  private final String verb;
  private final String icon;

  TaskKind(String verb, String icon) {
    this.verb = verb;
    this.icon = icon;
  }

  /** What to do, before the guest's name. */
  public String verb() {
    return verb;
  }

  /** The name of its icon. */
  public String icon() {
    return icon;
  }

  /** The kind of the task at that element of the model. */
  static TaskKind of(String element) {
    return switch (element) {
      case "Task_AnswerReply" -> REPLY;
      case "Task_PlanDiscipleship" -> PLAN;
      case "Task_CallGuest", "Task_CallGuestAsLeader" -> CALL;
      default -> throw new IllegalArgumentException("No form is known for the task " + element);
    };
  }
}
