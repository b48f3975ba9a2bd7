package org.verger.guests.web;

import java.util.Map;
import java.util.Objects;

/** What a task about a guest asks for, and so which form it has. */
enum TaskKind {
  CALL("Call", "phone-call"),
  REPLY("Answer", "reply"),
  PLAN("Plan discipleship with", "sprout");

  private static final Map<String, TaskKind> AT =
      Map.of(
          "Task_CallGuest", CALL,
          "Task_CallGuestAsLeader", CALL,
          "Task_AnswerReply", REPLY,
          "Task_AnswerNextReply", REPLY,
          "Task_PlanDiscipleship", PLAN);

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

  /** Whether a form is known for the task at that element of the model. */
  static boolean known(String element) {
    return AT.containsKey(element);
  }

  /** The kind of the task at that element of the model. */
  static TaskKind of(String element) {
    return Objects.requireNonNull(AT.get(element), element);
  }
}
